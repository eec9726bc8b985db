package journal

import "strings"

// Glass is how much a glass of water holds, in millilitres, wherever glasses
// are counted.
const Glass = 250.0

// Water is an amount drunk.
type Water struct {
	Meta
	Millilitres float64 `json:"ml"` // 0 … 20,000
}

// Kind returns KindWater.
func (*Water) Kind() Kind { return KindWater }

// Validate wants 0 to 20,000 ml.
func (w *Water) Validate() error {
	return first(w.check(), checkRange("water in ml", w.Millilitres, 0, 20_000))
}

// Clone copies the amount.
func (w *Water) Clone() Record { c := *w; return &c }

// Title is "Water".
func (*Water) Title() string { return "Water" }

// Detail gives the millilitres.
func (w *Water) Detail() string { return number(w.Millilitres) + " ml" }

// Digestion is one observation of the bowel. Stool form is the seven-step
// scale of Lewis and Heaton (1997); 1 is hardest, 7 liquid.
type Digestion struct {
	Meta
	Form     Maybe[float64] `json:"form,omitzero"`     // 1 … 7
	Bloating Maybe[float64] `json:"bloating,omitzero"` // 0 … 10
	Pain     Maybe[float64] `json:"pain,omitzero"`     // 0 … 10
}

// Kind returns KindDigestion.
func (*Digestion) Kind() Kind { return KindDigestion }

// Validate wants at least one of the three.
func (d *Digestion) Validate() error {
	if !d.Form.IsSet() && !d.Bloating.IsSet() && !d.Pain.IsSet() {
		return &Error{Code: CodeEmpty, Field: "digestion"}
	}
	return first(d.check(), checkMaybe("stool form", d.Form, 1, 7), checkMaybe("bloating", d.Bloating, 0, 10), checkMaybe("belly pain", d.Pain, 0, 10))
}

// Clone copies the observation.
func (d *Digestion) Clone() Record { c := *d; return &c }

// Title gives the stool form.
func (d *Digestion) Title() string {
	if f, ok := d.Form.Get(); ok {
		return "Stool form " + number(f)
	}
	return "Digestion"
}

// Detail gives bloating and pain.
func (d *Digestion) Detail() string {
	var s []string
	if v, ok := d.Bloating.Get(); ok {
		s = append(s, "bloating "+number(v))
	}
	if v, ok := d.Pain.Get(); ok {
		s = append(s, "pain "+number(v))
	}
	return strings.Join(s, ", ")
}

// Cycle is a day of the menstrual cycle.
type Cycle struct {
	Meta
	CycleDay Maybe[float64] `json:"cycle_day,omitzero"` // 1 … 200, 1 is the first day of bleeding
	Bleeding State          `json:"bleeding,omitzero"`
}

// Kind returns KindCycle.
func (*Cycle) Kind() Kind { return KindCycle }

// Validate wants at least one of the two.
func (c *Cycle) Validate() error {
	if !c.CycleDay.IsSet() && c.Bleeding == Unknown {
		return &Error{Code: CodeEmpty, Field: "cycle"}
	}
	return first(c.check(), checkMaybe("cycle day", c.CycleDay, 1, 200))
}

// Clone copies the day.
func (c *Cycle) Clone() Record { d := *c; return &d }

// Title gives the day of the cycle.
func (c *Cycle) Title() string {
	if v, ok := c.CycleDay.Get(); ok {
		return "Cycle day " + number(v)
	}
	return "Cycle"
}

// Detail says whether there was bleeding.
func (c *Cycle) Detail() string {
	switch c.Bleeding {
	case Yes:
		return "bleeding"
	case No:
		return "no bleeding"
	}
	return ""
}
