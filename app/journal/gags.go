package journal

// AcneRegion is a region of the regional acne grade with its weight.
type AcneRegion struct {
	Name   string
	Factor float64
}

// AcneRegions returns the six regions and the factors by which they count.
// Source: Doshi A, Zaheer A, Stiller MJ. A comparison of current acne grading
// systems and proposal of a novel system. Int J Dermatol 1997;36:416-418.
func AcneRegions() []AcneRegion {
	return []AcneRegion{
		{"forehead", 2}, {"right cheek", 2}, {"left cheek", 2}, {"nose", 1}, {"chin", 1}, {"chest and upper back", 3},
	}
}

// AcneGradeMost is the largest regional acne grade: every factor times the
// grade of a nodule.
const AcneGradeMost = 44

// AcneGrade adds up factor times worst lesion over all regions, 0 … 44. A
// missing region leaves no total: ok is false.
func AcneGrade(regions []RegionGrade) (total float64, ok bool) {
	for _, region := range AcneRegions() {
		found := false
		for _, g := range regions {
			if g.Region == region.Name {
				total += region.Factor * g.Lesion
				found = true
				break
			}
		}
		if !found {
			return 0, false
		}
	}
	return total, true
}

// AcneGradeBand is the word that the paper gives to a total; it is shown as the
// paper's own, beside its source.
func AcneGradeBand(total float64) string {
	switch {
	case total <= 0:
		return "none"
	case total <= 18:
		return "mild"
	case total <= 30:
		return "moderate"
	case total <= 38:
		return "severe"
	}
	return "very severe"
}

// BodyShare is the area of all palms as a share of the body in percent, at most
// 100: a palm with its fingers is about 1 %, measured nearer 0.8 %, so that the
// share is approximate. Source: Scarisbrick JJ, Morris S. How big is your hand
// and should you use it to score skin in cutaneous T-cell lymphoma? Br J
// Dermatol 2013.
func BodyShare(areas []Palms) float64 {
	sum := 0.0
	for _, a := range areas {
		sum += a.Count
	}
	return min(sum, 100)
}
