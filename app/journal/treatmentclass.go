package journal

import (
	"slices"
	"strings"
	"unicode"
)

// TreatmentClass names a group of medicines that make a gut-skin journal hard
// to read, because they change the skin, the gut or the bacteria there.
type TreatmentClass string

// medicineClass has the names by which a class is recognised: beginnings or ends of
// words, in lower case, of international nonproprietary names and of words in
// daily use. Ends begin with "-".
type medicineClass struct {
	class TreatmentClass
	words []string
}

// The classes that confound (see the tests for examples of each); the first
// that fits a word counts.
var medicineClasses = []medicineClass{
	{"antibiotic", []string{
		"antibiotic", "-cycline", "-cyclin", "-mycin", "-micin", "-cillin", "-floxacin", "cef", "ceph", "metronidazol", "trimethoprim",
		"co-trimoxazol", "cotrimoxazol", "sulfamethoxazol", "nitrofurantoin", "rifaximin", "rifampicin", "fusidic", "mupirocin", "dapson", "fosfomycin",
	}},
	{"retinoid by mouth", []string{"isotretinoin", "acitretin", "alitretinoin", "roaccutan", "accutane"}},
	{"steroid", []string{
		"steroid", "cortison", "hydrocortison", "prednis", "methylprednis", "betamethason", "dexamethason", "clobetason", "clobetasol",
		"mometason", "fluticason", "triamcinolon", "-nisolon", "-nisolone", "fluocin", "desonid", "budesonid",
	}},
	{"hormonal contraception", []string{
		"contracept", "ethinylestradiol", "ethinyloestradiol", "drospirenon", "levonorgestrel", "desogestrel", "etonogestrel", "norethister",
		"dienogest", "cyproteron", "minipill", "birth control", "the pill",
	}},
	{"spironolactone", []string{"spironolacton"}},
	{"methotrexate", []string{"methotrexat", "mtx"}},
	{"ciclosporin", []string{"ciclosporin", "cyclosporin"}},
	{"biologic or JAK inhibitor", []string{"biologic", "-mab", "-citinib", "etanercept", "abrocitinib"}},
	{"antihistamine", []string{
		"antihistamin", "cetirizin", "levocetirizin", "loratadin", "desloratadin", "fexofenadin", "bilastin", "ebastin", "rupatadin",
		"hydroxyzin", "diphenhydramin", "chlorphen", "promethazin",
	}},
	{"acid blocker", []string{"-prazol", "-prazole", "famotidin", "ranitidin", "cimetidin", "antacid", "acid blocker"}},
	{"anti-inflammatory painkiller", []string{
		"nsaid", "ibuprofen", "naproxen", "diclofenac", "aspirin", "acetylsalicyl", "ketoprofen", "indomet", "meloxicam", "piroxicam", "-coxib", "mefenam",
	}},
	{"lithium", []string{"lithium"}},
	{"beta blocker", []string{"beta blocker", "beta-blocker", "-olol"}},
	{"metformin", []string{"metformin"}},
	{"GLP-1 medicine", []string{"glp-1", "glp1", "-glutid", "-glutide", "exenatid", "tirzepatid"}},
	{"vitamin A", []string{"vitamin a", "retinyl"}},
	{"biotin", []string{"biotin"}},
}

// ConfoundingClasses returns the classes of a medicine or supplement by its
// name ("Doxycycline 40 mg" is an antibiotic), in a fixed order; none for what
// is not recognised. A name may fit several.
func ConfoundingClasses(name string) []TreatmentClass {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
	var out []TreatmentClass
	for _, c := range medicineClasses {
		if slices.ContainsFunc(c.words, func(w string) bool { return named(words, w) }) {
			out = append(out, c.class)
		}
	}
	return out
}

// named reports whether a pattern fits one of the words, or stands as words of
// its own when it has a blank in it.
func named(words []string, pattern string) bool {
	if strings.Contains(pattern, " ") {
		return strings.Contains(" "+strings.Join(words, " ")+" ", " "+pattern+" ")
	}
	end, ends := strings.CutPrefix(pattern, "-")
	return slices.ContainsFunc(words, func(w string) bool {
		if ends {
			return strings.HasSuffix(w, end) || strings.HasSuffix(w, end+"e")
		}
		return strings.HasPrefix(w, pattern)
	})
}
