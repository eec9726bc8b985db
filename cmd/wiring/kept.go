package wiring

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/gob"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/insights"
)

// keptLook is a finished look at the whole journal as it is kept between two
// runs of the program, so that the screen has something to show at once.
type keptLook struct {
	Form   int // keptForm; another one is not read
	Set    series.Set
	Result insight.Result // of another method it is not shown
	Shown  []keptStanding // one for each finding
}

// keptForm changes with the shape of keptLook.
const keptForm = 1

// keptStanding is a standing without its finding.
type keptStanding struct {
	Shown, Was insight.Grade
	Since      journal.Day
	NoLonger   bool
}

// remember keeps a look for the next run. What cannot be kept is found again,
// so a failure costs no more than a wait.
func (s *Study) remember(ctx context.Context, look *scan) {
	k := keptLook{Form: keptForm, Set: look.set, Result: look.result}
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
func (s *Study) remembered(ctx context.Context) (insights.Scan, error) {
	b, err := s.desk.Store.KeptLook(ctx)
	if err != nil || b == nil {
		return nil, err
	}
	var k keptLook
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(b))).Decode(&k); err != nil {
		return nil, nil // damaged or of an earlier program: made again
	}
	if k.Form != keptForm || k.Result.Method != insight.MethodVersion || len(k.Shown) != len(k.Result.Findings) {
		return nil, nil
	}
	look := &scan{set: k.Set, result: k.Result}
	for i, f := range k.Result.Findings {
		v := k.Shown[i]
		look.standings = append(look.standings, insight.Standing{Finding: f, Shown: v.Shown, Was: v.Was, Since: v.Since, NoLonger: v.NoLonger})
	}
	return look, nil
}
