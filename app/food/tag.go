package food

import "slices"

// Tag names something that a food may hold.
type Tag string

// Level says how far a tag applies.
type Level string

// The levels. Unknown differs from No: nothing is claimed.
const (
	Yes     Level = "yes"
	Partly  Level = "partly"
	No      Level = "no"
	Unknown Level = "unknown"
)

// Basis tells where a level comes from.
type Basis string

// The bases.
const (
	ByRule     Basis = "rule"     // computed from composition
	ByJudgment Basis = "judgment" // set by hand from the usual product
	ByPerson   Basis = "person"   // said by the person
)

// Confidence tells how sure a level is.
type Confidence string

// The confidences, the surest first.
const (
	Said     Confidence = "said"     // by the person
	Measured Confidence = "measured" // computed from the food's own composition
	Judged   Confidence = "judged"   // from the usual product or a near neighbour
	Low      Confidence = "low"      // judged, and published lists disagree
)

// disputed reports whether published lists of foods with t disagree: histamine
// and the FODMAP groups.
func (t Tag) disputed() bool {
	switch t {
	case "histamine", "fructans", "gos", "lactose", "fructose", "sorbitol", "mannitol":
		return true
	}
	return false
}

// tagInfo describes one tag.
type tagInfo struct {
	tag   Tag
	label string // a group in Insights
	word  string // a short word on a meal; "" shows none
	group bool   // looked at as a group in Insights
}

// tags in the order in which a meal shows them.
var tags = []tagInfo{
	{"dairy", "Dairy", "dairy", true},
	{"milk", "Milk", "milk", true},
	{"skim_milk", "Skimmed milk", "", true},
	{"yogurt", "Yogurt and kefir", "", true},
	{"cheese", "Cheese", "cheese", true},
	{"butter", "Butter", "", false},
	{"whey", "Whey protein", "whey", true},
	{"ice_cream", "Ice cream", "", false},
	{"gluten", "Gluten", "gluten", true},
	{"oats", "Oats", "oats", false},
	{"high_gi", "High-glycaemic food", "high GI", true},
	{"added_sugar", "Added sugar", "sugar", true},
	{"ultra_processed", "Ultra-processed food", "processed", true},
	{"fermented", "Fermented food", "fermented", true},
	{"live", "Live cultures", "live", true},
	{"fibre", "Fibre-rich food", "fibre", true},
	{"omega3", "Omega-3-rich food", "omega-3", true},
	{"vitamin_a", "Vitamin A-rich food", "vit A", true},
	{"vitamin_d", "Vitamin D-rich food", "vit D", true},
	{"vitamin_e", "Vitamin E-rich food", "vit E", true},
	{"vitamin_k", "Vitamin K-rich food", "vit K", true},
	{"antioxidants", "Antioxidant-rich food", "antioxidants", true},
	{"spicy", "Spicy food", "spicy", true},
	{"alcohol", "Alcohol", "alcohol", true},
	{"caffeine", "Caffeine", "caffeine", true},
	{"hot", "Hot drinks", "hot", true},
	{"nuts", "Tree nuts", "nuts", true},
	{"peanut", "Peanut", "peanut", true},
	{"seeds", "Seeds", "seeds", false},
	{"egg", "Egg", "egg", true},
	{"soy", "Soy", "soy", true},
	{"fish", "Fish", "fish", true},
	{"crustacean", "Shrimps and crabs", "shellfish", true},
	{"mollusc", "Mussels and squid", "shellfish", true},
	{"nightshade", "Nightshades", "nightshade", true},
	{"histamine", "Foods often listed for histamine", "", true},
	{"fructans", "Fructans", "", true},
	{"gos", "Galacto-oligosaccharides", "", true},
	{"lactose", "Lactose", "", true},
	{"fructose", "Excess fructose", "", true},
	{"sorbitol", "Sorbitol", "", true},
	{"mannitol", "Mannitol", "", true},
	{"red_meat", "Red meat", "red meat", true},
	{"processed_meat", "Processed meat", "processed meat", true},
	{"salt", "Salty food", "salt", true},
	{"saturated_fat", "Saturated fat", "", true},
	{"sweetener", "Sweeteners", "sweetener", true},
	{"chocolate", "Chocolate", "chocolate", true},
	{"citrus", "Citrus", "citrus", true},
}

// Tags returns all tags in the order in which they are shown.
func Tags() []Tag {
	out := make([]Tag, len(tags))
	for i, t := range tags {
		out[i] = t.tag
	}
	return out
}

// Known reports whether t is a tag of the catalogue.
func (t Tag) Known() bool { return slices.Contains(Tags(), t) }

// Label names the foods that hold t, for a list of groups.
func (t Tag) Label() string {
	for _, i := range tags {
		if i.tag == t {
			return i.label
		}
	}
	return string(t)
}

// Word is a short word for a meal's line, "" for a tag that says more than a
// line should.
func (t Tag) Word() string {
	for _, i := range tags {
		if i.tag == t {
			return i.word
		}
	}
	return string(t)
}

// IsGroup reports whether foods with t are looked at together in Insights. A
// tag of the person's own always is.
func (t Tag) IsGroup() bool {
	for _, i := range tags {
		if i.tag == t {
			return i.group
		}
	}
	return true
}
