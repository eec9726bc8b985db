package wiring

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/gob"
	"math"
	"slices"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// keptLook is a finished look at the whole journal as it is kept between two
// runs of the program, so that the screen has something to show at once.
type keptLook struct {
	Form      int   // keptForm; another one is not read
	Revision  int64 // this and the next three are the state
	Newest    journal.ID
	Chosen    string
	Today     journal.Day
	Important float64 // options of the method
	Suspects  []string
	Set       series.Set     // with the values of numbers only
	YesNo     map[int][]byte // values of the other factors, by their place: 0, 1 or unknown
	Found     insight.Kept   // of another method it is not shown
	Shown     []keptStanding // one for each finding
}

// unknown is a day that is neither yes nor no.
const unknown = 2

// packed takes the yes/no factors out of a set: a byte a day is read many times
// faster than a number.
func packed(set series.Set) (series.Set, map[int][]byte) {
	set.Factors = slices.Clone(set.Factors)
	yesNo := map[int][]byte{}
	for i, f := range set.Factors {
		days := make([]byte, len(f.Values))
		for d, v := range f.Values {
			switch {
			case math.IsNaN(v):
				days[d] = unknown
			case v == 1:
				days[d] = 1
			case v != 0:
				days = nil
			}
			if days == nil {
				break
			}
		}
		if days != nil {
			yesNo[i], set.Factors[i].Values = days, nil
		}
	}
	return set, yesNo
}

// unpack puts the yes/no factors back.
func (k *keptLook) unpack() {
	for i, days := range k.YesNo {
		if i < 0 || i >= len(k.Set.Factors) {
			continue
		}
		values := make([]float64, len(days))
		for d, v := range days {
			values[d] = float64(v)
			if v == unknown {
				values[d] = math.NaN()
			}
		}
		k.Set.Factors[i].Values = values
	}
}

// keptForm changes with the shape of keptLook.
const keptForm = 2

// keptStanding is a standing without its finding.
type keptStanding struct {
	Shown, Was insight.Grade
	Since      journal.Day
	NoLonger   bool
}

// remember keeps a look for the next run. What cannot be kept is found again,
// so a failure costs no more than a wait.
func (s *Study) remember(ctx context.Context, look *scan) {
	k := keptLook{
		Form: keptForm, Revision: look.state.revision, Newest: look.state.newest, Chosen: look.state.chosen, Today: look.state.today,
		Important: look.models.opts.Important, Suspects: look.models.opts.Suspects, Found: look.models.kept,
	}
	k.Set, k.YesNo = packed(look.set)
	for _, st := range look.standings {
		k.Shown = append(k.Shown, keptStanding{st.Shown, st.Was, st.Since, st.NoLonger})
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil || gob.NewEncoder(w).Encode(k) != nil || w.Close() != nil {
		return
	}
	_ = s.desk.Store.KeepLook(ctx, b.Bytes())
}

// remembered returns the look kept by an earlier run, nil when there is none
// that can be shown.
func (s *Study) remembered(ctx context.Context) (*scan, error) {
	b, err := s.desk.Store.KeptLook(ctx)
	if err != nil || b == nil {
		return nil, err
	}
	var k keptLook
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(b))).Decode(&k); err != nil {
		return nil, nil // damaged or of an earlier program: made again
	}
	if k.Form != keptForm || k.Found.Result.Method != insight.MethodVersion || len(k.Shown) != len(k.Found.Result.Findings) {
		return nil, nil
	}
	k.unpack()
	look := &scan{
		state: state{k.Revision, k.Newest, k.Chosen, k.Today}, set: k.Set, result: k.Found.Result,
		models: &models{opts: insight.Options{Important: k.Important, Suspects: k.Suspects}, set: k.Set, kept: k.Found},
	}
	for i, f := range look.result.Findings {
		v := k.Shown[i]
		look.standings = append(look.standings, insight.Standing{Finding: f, Shown: v.Shown, Was: v.Was, Since: v.Since, NoLonger: v.NoLonger})
	}
	return look, nil
}
