package food

import "math"

// Bounds of the composition tags per 100 g, after the conditions of nutrition
// claims in Regulation (EC) 1924/2006 and (EU) 116/2010 and, for sugar and
// salt, the British front-of-pack levels.
const (
	fibreYes, fibrePartly               = 6.0, 3.0 // g
	fibrePortionYes, fibrePortionPartly = 5.0, 2.5 // g a usual portion
	alaYes, alaPartly                   = 0.6, 0.3 // g
	marineYes, marinePartly             = 80.0, 40.0
	vitaminAYes, vitaminAPartly         = 240.0, 120.0 // µg RAE
	vitaminDYes, vitaminDPartly         = 1.5, 0.75
	vitaminEYes, vitaminEPartly         = 3.6, 1.8
	vitaminKYes, vitaminKPartly         = 22.5, 11.0
	vitaminCYes                         = 24.0 // mg, counts as antioxidant-rich
	saltYes                             = 1.5  // g
	saturatedYes                        = 5.0  // g
)

// sprinkle is the portion below which a food must hold a share of the bound in
// the portion itself: a pinch of paprika is no source of vitamin A, a spoon of
// cod liver oil is one of vitamin D.
const (
	sprinkleG     = 15.0
	sprinkleShare = 0.25
)

// computed returns the level of every tag that composition decides, No
// included. Where an amount is not known, its tag is left out, and the table's
// own word counts.
func computed(c Composition, portionG float64) map[Tag]Level {
	out := map[Tag]Level{}
	rule := func(t Tag, v, yes, partly float64) {
		if math.IsNaN(v) {
			return
		}
		out[t] = step(v, yes, partly)
		if portionG > 0 && portionG < sprinkleG && v*portionG/100 < sprinkleShare*yes {
			out[t] = No
		}
	}
	rule("fibre", c.FibreG, fibreYes, fibrePartly)
	if perPortion := c.FibreG * portionG / 100; !math.IsNaN(perPortion) {
		out["fibre"] = higher(out["fibre"], step(perPortion, fibrePortionYes, fibrePortionPartly))
	}
	if level, known := omega3(c); known {
		out["omega3"] = level
	}
	rule("vitamin_a", c.VitaminAUg, vitaminAYes, vitaminAPartly)
	rule("vitamin_d", c.VitaminDUg, vitaminDYes, vitaminDPartly)
	rule("vitamin_e", c.VitaminEMg, vitaminEYes, vitaminEPartly)
	rule("vitamin_k", c.VitaminKUg, vitaminKYes, vitaminKPartly)
	rule("salt", c.SaltG, saltYes, saltYes)
	rule("saturated_fat", c.SatFatG, saturatedYes, saturatedYes)
	if c.VitaminCMg >= vitaminCYes { // below it, colour and kind may still say so
		rule("antioxidants", c.VitaminCMg, vitaminCYes, vitaminCYes)
	}
	return out
}

func step(v, yes, partly float64) Level {
	switch {
	case v >= yes:
		return Yes
	case v >= partly:
		return Partly
	}
	return No
}

// omega3 wants the amount both per 100 g and per 100 kcal.
func omega3(c Composition) (level Level, known bool) {
	level = No
	both := func(v, yes, partly float64) {
		if math.IsNaN(v) {
			return
		}
		known = true
		per := v
		if c.EnergyKcal > 0 {
			per = v * 100 / c.EnergyKcal
		}
		level = higher(level, lower(step(v, yes, partly), step(per, yes, partly)))
	}
	both(c.ALAG, alaYes, alaPartly)
	both(c.EPADHAMg, marineYes, marinePartly)
	return level, known
}

var order = map[Level]int{No: 0, Unknown: 0, Partly: 1, Yes: 2}

func higher(a, b Level) Level {
	if order[b] > order[a] {
		return b
	}
	return a
}

func lower(a, b Level) Level {
	if order[b] < order[a] {
		return b
	}
	return a
}
