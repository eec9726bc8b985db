package summary

// Section names a part of the page that can be ticked.
type Section string

// The sections, in the order of the page.
const (
	Why        Section = "why"        // reason for the visit and questions
	Condition  Section = "condition"  // as told by a doctor, allergies, scores
	Changed    Section = "changed"    // three factual lines
	Figures    Section = "figures"    // now, this period, the one before; days in bands
	Course     Section = "course"     // chart of the outcome with treatments below
	Treatments Section = "treatments" // medicines, probiotics, antibiotics, supplements with real use
	Photos     Section = "photos"     // pairs of photographs
	Links      Section = "links"      // what went with the skin
	Trials     Section = "trials"     // experiments of one's own
	Avoided    Section = "avoided"    // foods left out and since when
	Diet       Section = "diet"
	Mind       Section = "mind" // stress and sleep
	Digestion  Section = "digestion"
	Cycle      Section = "cycle"
	Notes      Section = "notes"  // free text of the period, private unless ticked
	Method     Section = "method" // small print
	FullLog    Section = "log"    // every entry of the period
)

// Sections returns all sections in the order of the page.
func Sections() []Section {
	return []Section{Why, Condition, Changed, Figures, Course, Treatments, Photos, Links, Trials, Avoided, Diet, Mind, Digestion, Cycle, Notes, Method, FullLog}
}

// Name is the section's name on a tick list.
func (s Section) Name() string {
	switch s {
	case Why:
		return "Why this visit, your questions"
	case Condition:
		return "Condition and allergies"
	case Changed:
		return "What changed"
	case Figures:
		return "Figures and days in bands"
	case Course:
		return "Severity chart"
	case Treatments:
		return "Treatments and probiotics"
	case Photos:
		return "Photos"
	case Links:
		return "What went with your skin"
	case Trials:
		return "Experiments"
	case Avoided:
		return "Foods avoided"
	case Diet:
		return "Diet in one paragraph"
	case Mind:
		return "Stress and sleep"
	case Digestion:
		return "Digestion"
	case Cycle:
		return "Cycle"
	case Notes:
		return "My notes"
	case Method:
		return "Method in small print"
	case FullLog:
		return "Every entry of the period"
	}
	return string(s)
}

// Include is the set of ticked sections.
type Include map[Section]bool

// DefaultInclude is what is ticked until the person chooses: digestion, cycle,
// notes and the full log stay out.
func DefaultInclude() Include {
	in := Include{}
	for _, s := range Sections() {
		switch s {
		case Digestion, Cycle, Notes, FullLog:
		default:
			in[s] = true
		}
	}
	return in
}

// Ticked is DefaultInclude with the ticks that a person set and took away, by
// the sections' names. Names of no section are passed over.
func Ticked(own map[string]bool) Include {
	in := DefaultInclude()
	for _, s := range Sections() {
		if on, ok := own[string(s)]; ok {
			in[s] = on
		}
	}
	return in
}

// Own returns the ticks in which in differs from the usual ones, as Ticked
// takes them; nil when there are none.
func (in Include) Own() map[string]bool {
	usual := DefaultInclude()
	var own map[string]bool
	for _, s := range Sections() {
		if in[s] != usual[s] {
			if own == nil {
				own = map[string]bool{}
			}
			own[string(s)] = in[s]
		}
	}
	return own
}

// Part tells of one section what the page does with it.
type Part struct {
	Section Section
	Ticked  bool
	// Held is false when the journal has nothing for this section, ticked or
	// not; such a section is not counted as left out.
	Held bool
	// Detail is what a tick list adds to the name: "3, left cheek".
	Detail string
}
