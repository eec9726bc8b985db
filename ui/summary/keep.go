package summary

import (
	"context"
	"maps"
	"sync"

	"skinward/app/journal"
	page "skinward/app/summary"
)

// keeper puts choices into the journal, the newest last however many writes
// are under way.
type keeper struct {
	mu        sync.Mutex
	choice    choices
	appointed bool
	opened    bool // what was kept has been taken; nothing is written before
}

// takeChoices shows what was chosen when the journal was last open.
func (s *Screen) takeChoices(kept journal.Settings) {
	if s.keeper.opened {
		return
	}
	s.keeper.opened = true
	s.choice.restore(kept.Page)
	s.choice.paper = page.A4
	if kept.Letter {
		s.choice.paper = page.Letter
		s.panel.paper.SetChosen(1)
	}
	s.panel.chips.Choose(int(s.choice.span))
	s.showSpan()
}

// keepChoices puts what is chosen now into the journal.
func (s *Screen) keepChoices() {
	if !s.keeper.opened {
		return
	}
	now := s.choice
	now.include = maps.Clone(now.include)
	s.keeper.mu.Lock()
	s.keeper.choice, s.keeper.appointed = now, s.visit != nil
	s.keeper.mu.Unlock()
	s.deps.Run.Run("", func(ctx context.Context) error {
		s.keeper.mu.Lock()
		defer s.keeper.mu.Unlock()
		ctx = context.WithoutCancel(ctx) // also while the window closes
		kept, err := s.deps.Store.Settings(ctx)
		if err != nil {
			return err
		}
		s.keeper.choice.keep(&kept.Page, s.keeper.appointed)
		kept.Letter = s.keeper.choice.paper == page.Letter
		return s.deps.Store.SaveSettings(ctx, kept)
	}, func(err error) {
		if err != nil {
			s.problem("The page is as you chose, but that was not kept", err)
			return
		}
		if s.deps.Chosen != nil {
			s.deps.Chosen()
		}
	})
}
