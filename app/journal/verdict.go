package journal

// Verdict is what the method said of one factor and one outcome on a day.
// Verdicts below the highest grade are looked at again every four weeks, so
// that a grade does not come and go from day to day.
type Verdict struct {
	Meta               // Meta.Day is the day of the judgement
	Factor     string  `json:"factor"`
	FactorKind string  `json:"factor_kind"`
	Outcome    string  `json:"outcome"`
	Grade      string  `json:"grade"`     // words of the insight method
	Direction  string  `json:"direction"` // worse, better or ""
	Effect     float64 `json:"effect"`    // points of the outcome
	Low        float64 `json:"low"`       // 95 % interval
	High       float64 `json:"high"`
	Q          float64 `json:"q"`                             // 0 … 1
	Days       float64 `json:"days"`                          // days with the outcome
	Method     string  `json:"method"`                        // version of the method
	NoLonger   bool    `json:"no_longer_supported,omitempty"` // was graded higher before
}

// Kind returns KindVerdict.
func (*Verdict) Kind() Kind { return KindVerdict }

// Validate wants factor, outcome, grade and method.
func (v *Verdict) Validate() error {
	return first(v.check(), checkName("factor", v.Factor), checkName("outcome", v.Outcome), checkName("grade", v.Grade), checkName("method", v.Method),
		checkRange("q", v.Q, 0, 1), checkRange("effect", v.Effect, -1e9, 1e9), checkRange("low", v.Low, -1e9, 1e9), checkRange("high", v.High, -1e9, 1e9),
		checkRange("days", v.Days, 0, 1e6), checkTexts("kind of factor", v.FactorKind, "direction", v.Direction))
}

// Clone copies the verdict.
func (v *Verdict) Clone() Record { c := *v; return &c }

// Title names the pair.
func (v *Verdict) Title() string { return v.Factor + " and " + v.Outcome }

// Detail gives the grade.
func (v *Verdict) Detail() string { return v.Grade }
