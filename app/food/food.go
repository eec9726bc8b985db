package food

// Composition is what 100 g of a food hold, from the table of the United
// States Department of Agriculture, release 24 (2011, public domain).
type Composition struct {
	EnergyKcal    float64
	FibreG        float64
	SugarG        float64 // total sugars
	SaltG         float64 // 2.5 times sodium
	SatFatG       float64
	ALAG          float64 // alpha-linolenic acid
	EPADHAMg      float64 // EPA and DHA together
	VitaminAUg    float64 // retinol activity equivalents
	RetinolUg     float64
	VitaminDUg    float64
	VitaminEMg    float64
	VitaminKUg    float64
	VitaminCMg    float64
	CaffeineMg    float64
	AlcoholG      float64
	CarbohydrateG float64
}

// amounts are the fields of c, in their order.
func (c *Composition) amounts() []*float64 {
	return []*float64{
		&c.EnergyKcal, &c.FibreG, &c.SugarG, &c.SaltG, &c.SatFatG, &c.ALAG, &c.EPADHAMg, &c.VitaminAUg, &c.RetinolUg,
		&c.VitaminDUg, &c.VitaminEMg, &c.VitaminKUg, &c.VitaminCMg, &c.CaffeineMg, &c.AlcoholG, &c.CarbohydrateG,
	}
}

// Mark is the level of a tag and where it comes from.
type Mark struct {
	Level Level
	Basis Basis
}

// Ingredient is a food that a dish is made of.
type Ingredient struct {
	Name  string
	Grams float64 // in one portion of the dish; 0 is the food's own usual portion
}

// of returns grams of the food that the ingredient names.
func (i Ingredient) of(f Food) float64 {
	if i.Grams > 0 {
		return i.Grams
	}
	return usualPortion(f)
}

// Food is one food, drink or dish of the catalogue.
type Food struct {
	Name        string       // as it is shown: "oat porridge"
	Synonyms    []string     // other names, British and American
	Kind        string       // section of the table: fruit, drinks, dishes …
	Ingredients []Ingredient // of a dish, the main ones first
	PortionG    float64      // usual portion in grams, 0 when not known
	USDA        int          // number of the food in the composition table, 0 without
	Near        bool         // the number is that of a near neighbour: udon has that of somen
	Composition *Composition
	Marks       map[Tag]Mark // tags that are not plainly No
}

// Level returns how far a tag applies; a tag that is not marked does not.
func (f Food) Level(t Tag) Level {
	if m, ok := f.Marks[t]; ok {
		return m.Level
	}
	return No
}

// Holds reports whether a tag applies wholly.
func (f Food) Holds(t Tag) bool { return f.Level(t) == Yes }

// Tags returns the tags that apply wholly, in the order of Tags, those of the
// person's own after them in name order.
func (f Food) Tags() []Tag {
	var out []Tag
	for _, t := range Tags() {
		if f.Holds(t) {
			out = append(out, t)
		}
	}
	return append(out, f.own()...)
}

// computed returns the tags that the food's composition decides.
func (f Food) computed() map[Tag]Level {
	if f.Composition == nil {
		return nil
	}
	return computed(*f.Composition, f.PortionG)
}

// basis is where the tags of its composition come from: a neighbour's
// composition is a judgement.
func (f Food) basis() Basis {
	if f.Near {
		return ByJudgment
	}
	return ByRule
}

// Confidence returns how sure the level of a tag is, that of a tag which does
// not apply included.
func (f Food) Confidence(t Tag) Confidence {
	if f.Marks[t].Basis == ByPerson {
		return Said
	}
	if _, ok := f.computed()[t]; ok && !f.Near {
		return Measured
	}
	if t.disputed() {
		return Low
	}
	return Judged
}
