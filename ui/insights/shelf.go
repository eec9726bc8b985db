package insights

import (
	"context"
	"strings"

	"skinward/app/journal"
)

// shelve puts a factor on one of the shelf's lists or takes it off, and keeps
// that.
func (s *Screen) shelve(factor string, on bool, list func(*journal.Settings) *[]string) {
	var kept journal.Settings
	s.deps.Run.Run("insights shelf", func(ctx context.Context) error {
		now, err := s.deps.Shelf.Settings(ctx)
		if err != nil {
			return err
		}
		*list(&now) = with(*list(&now), factor, on)
		kept = now
		return s.deps.Shelf.SaveSettings(ctx, now)
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("This was not kept: " + err.Error() + ".")
		} else {
			s.pinned, s.hidden = kept.Pinned, kept.Hidden
			s.deps.Changed()
		}
		s.showList()
	})
}

func (s *Screen) pin(factor string, on bool) {
	s.shelve(factor, on, func(v *journal.Settings) *[]string { return &v.Pinned })
}

func (s *Screen) hide(factor string, on bool) {
	s.shelve(factor, on, func(v *journal.Settings) *[]string { return &v.Hidden })
}

// with returns names with or without a name, case ignored.
func with(names []string, name string, on bool) []string {
	var out []string
	for _, n := range names {
		if !strings.EqualFold(n, name) {
			out = append(out, n)
		}
	}
	if on {
		out = append(out, name)
	}
	return out
}
