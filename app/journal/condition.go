package journal

// Condition is a skin condition that the guide and the skin form know.
type Condition string

// The conditions.
const (
	Acne      Condition = "acne"
	Eczema    Condition = "eczema"
	Psoriasis Condition = "psoriasis"
	Rosacea   Condition = "rosacea"
)

// Conditions returns the four in alphabetical order.
func Conditions() []Condition { return []Condition{Acne, Eczema, Psoriasis, Rosacea} }

// Site names; left and right are the person's own.
var sites = []string{
	"forehead", "left cheek", "right cheek", "nose", "chin", "around the eyes", "around the mouth", "scalp", "ears", "neck",
	"chest", "belly", "upper back", "lower back", "left shoulder", "right shoulder",
	"left upper arm", "right upper arm", "left inner elbow", "right inner elbow", "left outer elbow", "right outer elbow",
	"left forearm", "right forearm", "left hand", "right hand", "groin", "buttocks",
	"left thigh", "right thigh", "left knee", "right knee", "left knee hollow", "right knee hollow",
	"left lower leg", "right lower leg", "left foot", "right foot",
}

// Sites returns the names of the places of the body, head to foot. Others may
// be typed; these are the ones that the figure shows.
func Sites() []string { return append([]string(nil), sites...) }

// IntimateSites are never put on a page unless ticked there one by one.
func IntimateSites() []string { return []string{"groin", "buttocks"} }
