package journal_test

import (
	"slices"
	"testing"

	"skinward/app/journal"
)

func TestConfoundingClassesAreRecognisedByName(t *testing.T) {
	for name, want := range map[string][]journal.TreatmentClass{
		"Doxycycline 40 mg":               {"antibiotic"},
		"amoxicillin/clavulanic acid":     {"antibiotic"},
		"Clindamycin gel":                 {"antibiotic"},
		"Azithromycin":                    {"antibiotic"},
		"Cefalexin":                       {"antibiotic"},
		"metronidazole cream":             {"antibiotic"},
		"Isotretinoin":                    {"retinoid by mouth"},
		"Hydrocortisone 1 %":              {"steroid"},
		"Prednisolone":                    {"steroid"},
		"Betamethasone with fusidic acid": {"antibiotic", "steroid"},
		"ethinylestradiol/drospirenone":   {"hormonal contraception"},
		"the pill":                        {"hormonal contraception"},
		"Spironolactone":                  {"spironolactone"},
		"methotrexate":                    {"methotrexate"},
		"Cyclosporine":                    {"ciclosporin"},
		"dupilumab":                       {"biologic or JAK inhibitor"},
		"Upadacitinib":                    {"biologic or JAK inhibitor"},
		"cetirizine":                      {"antihistamine"},
		"Omeprazole":                      {"acid blocker"},
		"ibuprofen":                       {"anti-inflammatory painkiller"},
		"Lithium carbonate":               {"lithium"},
		"Propranolol":                     {"beta blocker"},
		"Metformin":                       {"metformin"},
		"Semaglutide":                     {"GLP-1 medicine"},
		"Vitamin A 10,000 IU":             {"vitamin A"},
		"biotin":                          {"biotin"},
		"Vitamin D":                       nil,
		"Vitamin and mineral tablet":      nil,
		"moisturiser":                     nil,
		"azelaic acid":                    nil,
		"benzoyl peroxide":                nil,
		"":                                nil,
		"💊":                               nil,
	} {
		if got := journal.ConfoundingClasses(name); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
