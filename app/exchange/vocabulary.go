package exchange

// Kinds of rows.
const (
	KindSkin             = "skin"
	KindSite             = "site"
	KindSign             = "sign"
	KindRegion           = "region"
	KindPalms            = "palms"
	KindFood             = "food"
	KindSupplement       = "supplement"
	KindProbiotic        = "probiotic"
	KindAntibiotic       = "antibiotic"
	KindTreatment        = "treatment"
	KindSupplementCourse = "supplement_course"
	KindProbioticCourse  = "probiotic_course"
	KindAntibioticCourse = "antibiotic_course"
	KindTreatmentCourse  = "treatment_course"
	KindAvoidance        = "avoidance"
	KindStress           = "stress"
	KindPractice         = "practice"
	KindSleep            = "sleep"
	KindWater            = "water"
	KindStool            = "stool"
	KindCycle            = "cycle"
	KindScore            = "score"
	KindDay              = "day"
	KindNote             = "note"
	KindTracker          = "tracker"
)

// NoFood is the name of a food row that says: nothing was eaten on this day.
const NoFood = "none"

// Term is one thing that the format can say.
type Term struct {
	Kind     string
	Name     string // "" when any name may stand there
	Min, Max float64
	Meaning  string
	free     bool // the value may be left open
}

var terms = []Term{
	{KindSkin, "severity", 0, 10, "how the skin is, 0 clear to 10 worst", false},
	{KindSkin, "itch", 0, 10, "worst itch of the day, 0 none to 10 worst", false},
	{KindSkin, "lesions", 0, 1000, "inflamed spots, counted", false},
	{KindSkin, "impact", 0, 10, "how much the skin got in the way", false},
	{KindSite, "", 0, 10, "how one place of the body looks; the value may be left open", true},
	{KindSign, "", 0, 500, "one sign, as condition/sign (eczema/redness)", false},
	{KindRegion, "", 0, 4, "worst acne lesion of a region, 0 none to 4 nodule", false},
	{KindPalms, "", 0, 100, "area of a region in the person's own palms", false},
	{KindFood, "", 0, 1e6, "1 eaten, 0 recorded as not eaten, other numbers are servings", false},
	{KindSupplement, "", 0, 1e6, "1 taken, 0 not taken, or the dose with its unit", false},
	{KindProbiotic, "", 0, 1e6, "as supplement; species and strain may follow: Name [species / strain]", false},
	{KindAntibiotic, "", 0, 1e6, "as supplement", false},
	{KindTreatment, "", 0, 1e6, "as supplement, for medicines and what is put on the skin", false},
	{KindSupplementCourse, "", 0, 1, "1 on the first day of a course, 0 on its last", false},
	{KindProbioticCourse, "", 0, 1, "1 on the first day of a course, 0 on its last", false},
	{KindAntibioticCourse, "", 0, 1, "1 on the first day of a course, 0 on its last", false},
	{KindTreatmentCourse, "", 0, 1, "1 on the first day of a treatment, 0 on its last", false},
	{KindAvoidance, "", 0, 1, "a food left out: 1 on the first day, 0 on the last", false},
	{KindStress, "stress", 0, 10, "0 none to 10 worst", false},
	{KindPractice, "meditation", 0, 1440, "minutes", false},
	{KindPractice, "breathing", 0, 1440, "minutes", false},
	{KindPractice, "exercise", 0, 1440, "minutes", false},
	{KindSleep, "hours", 0, 24, "hours of the night before", false},
	{KindSleep, "quality", 0, 10, "0 worst to 10 best", false},
	{KindSleep, "woken", 0, 1, "1 woken by the skin", false},
	{KindWater, "glasses", 0, 80, "glasses of 250 ml", false},
	{KindWater, "ml", 0, 20_000, "millilitres", false},
	{KindStool, "bristol", 1, 7, "stool form, 1 hardest to 7 liquid", false},
	{KindStool, "bloating", 0, 10, "0 none to 10 worst", false},
	{KindStool, "pain", 0, 10, "belly pain, 0 none to 10 worst", false},
	{KindCycle, "day", 1, 200, "day of the cycle, 1 is the first day of bleeding", false},
	{KindCycle, "bleeding", 0, 1, "1 bleeding", false},
	{KindScore, "", 0, 1000, "total of a questionnaire filled in elsewhere", false},
	{KindDay, "meals_complete", 0, 1, "1 every meal of the day is in, 0 some are missing", false},
	{KindDay, "ordinary", 1, 1, "nothing special happened", false},
	{KindNote, "", 0, 0, "free text in the note column; the value is left open", true},
	{KindTracker, "", -1e12, 1e12, "a tracker of the person's own", false},
}

// Vocabulary returns everything the format can say, in a fixed order. A row of
// any other kind, or of another name within a kind that lists its names,
// belongs to a tracker of the person's own.
func Vocabulary() []Term { return append([]Term(nil), terms...) }

// find returns the term of a kind and name; terms that take any name match
// every name.
func find(kind, name string) (Term, bool) {
	for _, t := range terms {
		if t.Kind == kind && (t.Name == "" || t.Name == name) {
			return t, true
		}
	}
	return Term{}, false
}

// knownKind reports whether the format gives this kind a meaning.
func knownKind(kind string) bool {
	for _, t := range terms {
		if t.Kind == kind {
			return true
		}
	}
	return false
}

// onlyName returns the one name that a kind can have, "" when it has several.
func onlyName(kind string) string {
	name, n := "", 0
	for _, t := range terms {
		if t.Kind == kind {
			name, n = t.Name, n+1
		}
	}
	if n == 1 {
		return name
	}
	return ""
}

// kindOfName returns the kind that a bare name stands for in a file without a
// kind column, "" when it is not one of the format's own.
func kindOfName(name string) string {
	for _, t := range terms {
		if t.Name == name && t.Kind != KindCycle && t.Kind != KindDay && t.Kind != KindPractice {
			return t.Kind
		}
	}
	return ""
}
