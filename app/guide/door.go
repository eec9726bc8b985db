package guide

// Door is what the reader's own journal says about a page. A Door without a
// sentence stands for a journal with too little in it; the page's Start then
// says what is missing and how to begin, and Detail how far it has come.
type Door struct {
	Sentence string // the figure in one sentence, with its days
	Detail   string // range, number of days, or what is still missing; may be empty
	Actions  []Action
}

// Action is one button of a door.
type Action struct {
	Label string
	Route string // where it leads, a name that the shell knows
}

// Or returns the door, or when it says nothing the one that starts recording.
func (d Door) Or(s Start) Door {
	if d.Sentence != "" {
		return d
	}
	if s.Missing == "" {
		return Door{}
	}
	return Door{Sentence: s.Missing, Detail: d.Detail, Actions: []Action{{Label: s.Label, Route: s.Route}}}
}
