package journal

// Dose is one taking, or one deliberate not taking, of a course or treatment.
type Dose struct {
	Meta
	Course    ID             `json:"course,omitempty"`    // exactly one of Course and Treatment is set
	Treatment ID             `json:"treatment,omitempty"` //
	Taken     State          `json:"taken"`               // Yes, or No for a missed one
	Amount    string         `json:"amount,omitempty"`    // "" with Taken Yes: taken, dose not recorded
	Count     Maybe[float64] `json:"count,omitzero"`      // how many of the usual dose, 0 … 100
	Name      string         `json:"name,omitempty"`      // product or medicine; filled in by the store when read
}

// Kind returns KindDose.
func (*Dose) Kind() Kind { return KindDose }

// Validate wants one owner and an answer.
func (d *Dose) Validate() error {
	if (d.Course == "") == (d.Treatment == "") {
		return &Error{Code: CodeEmpty, Field: "course or treatment"}
	}
	if d.Taken != Yes && d.Taken != No {
		return &Error{Code: CodeEmpty, Field: "taken"}
	}
	return first(d.check(), checkTexts("amount", d.Amount), checkMaybe("count", d.Count, 0, 100))
}

// Clone copies the dose.
func (d *Dose) Clone() Record { c := *d; return &c }

// Title names what was taken.
func (d *Dose) Title() string {
	if d.Name == "" {
		return "Dose"
	}
	return d.Name
}

// Detail says how much, or that it was not taken.
func (d *Dose) Detail() string {
	switch {
	case d.Taken == No:
		return "not taken"
	case d.Amount != "":
		return d.Amount
	}
	return "taken"
}
