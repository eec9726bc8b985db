package today

import (
	"strings"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// caution stands above the form of a journal's first probiotic.
const caution = "Most healthy people take probiotics without trouble, apart from some bloating at first. " +
	"Ask a doctor before you start if your immune system is strongly weakened, after a transplant, during chemotherapy, " +
	"with a line into a large vein, an artificial heart valve, a seriously damaged or shortened bowel, when critically ill, " +
	"when pregnant or breastfeeding, and for any child, above all one born too early. " +
	"An effect belongs to one strain and dose, so the label is worth copying: species, strain code and live count."

func (s *Screen) courseForm(f *form, r *journal.Course) {
	care := kit.Column(0, kit.NewNote(kit.Probiotics, kit.Column(kit.Space1, kit.NewHeading("Before a first probiotic"), kit.NewBody(caution))))
	care.Hidden = s.page.probiotics || r.Class != journal.Probiotic
	f.rows = append(f.rows, care)
	f.text("Product", "product", &r.Product)
	classes := []journal.CourseClass{journal.Probiotic, journal.Antibiotic, journal.Supplement}
	choice(f, "What", "class", classes, []string{"Probiotic", "Antibiotic", "Supplement"}, &r.Class).OnChange = func(i int) {
		care.Hidden = s.page.probiotics || classes[i] != journal.Probiotic
		regrow(care)
	}
	s.firstDose(f, r)
	f.say(classNote(courseClasses(r)))
	f.text("Maker", "maker", &r.Maker)
	f.text("Species, as on the label", "species", &r.Species)
	f.text("Strain code", "strain", &r.Strain)
	billions := journal.Maybe[float64]{}
	if v, ok := r.CFU.Get(); ok {
		billions = journal.Some(v / 1e9)
	}
	f.maybe("Live count a dose, in billion CFU", "CFU", "", &billions)
	f.reads = append(f.reads, reading{"CFU", func() error {
		r.CFU = journal.Maybe[float64]{}
		if v, ok := billions.Get(); ok {
			r.CFU = journal.Some(v * 1e9)
		}
		if r.Class == journal.Probiotic && r.Strain == "" {
			r.Strain = journal.StrainNotStated
		}
		return nil
	}})
	f.text("Dose in words", "amount", &r.Amount)
	f.text("Form: capsule, sachet, drink, food", "form", &r.Form)
	f.maybe("Times a day", "times a day", "", &r.PerDay)
	f.state("With food", &r.WithFood)
	f.day("First day", "day", "", s.page.today, &r.Day)
	f.day("Last day", "stop", "empty while it goes on", s.page.today, &r.Stop)
	f.text("Reason", "reason", &r.Reason)
}

// firstDose lets a new course begin with the dose of the day shown.
func (s *Screen) firstDose(f *form, r *journal.Course) {
	if f.stored {
		return
	}
	taken := journal.Yes
	f.state("Taken on this day", &taken)
	f.also = func() []journal.Record {
		if taken == journal.Unknown || !r.ActiveOn(s.page.day) {
			return nil
		}
		return []journal.Record{&journal.Dose{Meta: s.page.fresh(s.deps.Now()), Course: r.ID, Name: r.Product, Taken: taken}}
	}
}

func (s *Screen) treatmentForm(f *form, r *journal.Treatment) {
	f.text("Name", "name", &r.Name)
	f.say(classNote(journal.ConfoundingClasses(r.Name)))
	f.text("Strength", "strength", &r.Strength)
	f.text("Form: cream, tablet …", "form", &r.Form)
	f.words("Where", "site", "with commas: left cheek, hands", &r.Sites)
	choice(f, "How it is used", "schedule", []journal.Schedule{"", journal.Daily, journal.AsNeeded, journal.Weekly}, []string{"not said", "daily", "as needed", "weekly"}, &r.Schedule)
	f.maybe("Times a day", "times a day", "", &r.PerDay)
	f.state("Prescribed", &r.Prescribed)
	f.day("First day", "day", "", s.page.today, &r.Day)
	f.day("Last day", "stop", "empty while it goes on", s.page.today, &r.Stop)
	f.text("Reason", "reason", &r.Reason)
	f.text("Why it was stopped", "reason for stopping", &r.StopReason)
	f.text("Side effects", "side effect", &r.SideEffect)
}

// classNote says why a medicine carries a tag; "" for one without.
func classNote(classes []journal.TreatmentClass) string {
	if len(classes) == 0 {
		return ""
	}
	words := make([]string, len(classes))
	for i, c := range classes {
		words[i] = string(c)
	}
	return "Recognised as " + strings.Join(words, ", ") + ". Such medicines can change skin or gut by themselves, so comparisons across their start or stop need care."
}
