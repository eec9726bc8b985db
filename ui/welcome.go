package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Welcome asks four things at the first start; each may be left open, and all
// of them can be changed in Settings and in the profile.
type Welcome struct {
	Store interface {
		Settings(ctx context.Context) (journal.Settings, error)
		SaveSettings(ctx context.Context, s journal.Settings) error
		Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
		All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	}
	Run     kit.Runner
	Dialogs kit.Dialogs
	Today   func() journal.Day
	Applied func(journal.Settings)
	// Sample opens the sample journal, which lies in a folder of its own; nil
	// where that cannot be done.
	Sample func()
}

const (
	welcomeText  = "Skinward keeps what you enter on this computer alone. It shows what goes with better and worse skin, with how sure that is, and prints a page for your doctor. It does not diagnose, and it tells nobody what to eat."
	dayEndHint   = "What you enter after midnight still belongs to the day before, until then."
	sampleButton = "Look at the sample journal first"
)

// Show asks. It asks once: leaving it open is an answer too.
func (w Welcome) Show() {
	w.Run.Run("welcome", func(ctx context.Context) error {
		s, err := w.Store.Settings(ctx)
		if err != nil {
			return err
		}
		s.Welcomed = true
		return w.Store.SaveSettings(context.WithoutCancel(ctx), s)
	}, nil)
	conditions := map[journal.Condition]bool{}
	chosen := journal.DefaultSettings()
	things := kit.NewThings(func(t journal.Thing, on bool) { chosen.Track(t, on) })
	things.Fill(chosen)
	var chips []fyne.CanvasObject
	for _, c := range journal.Conditions() {
		chips = append(chips, kit.NewToggleChip(capital(string(c)), kit.Skin, false, func(on bool) {
			conditions[c] = on
			if c == journal.Rosacea { // what makes it flush is asked for with it
				chosen.Track(journal.ThingFlushing, on)
				things.Fill(chosen)
			}
		}))
	}
	hours := []int{0, 2, 4, 6}
	end := kit.NewSegmented([]string{"midnight", "2:00", "4:00", "6:00"}, 2, func(i int) { chosen.DayEndMinutes = hours[i] * 60 })
	water := kit.NewSegmented([]string{"Millilitres", "Glasses"}, 0, func(i int) { chosen.Glasses = i == 1 })
	clock := kit.NewSegmented([]string{"24 hours", "12 hours"}, 0, func(i int) { chosen.Clock12 = i == 1 })
	parts := []fyne.CanvasObject{
		kit.NewBody(welcomeText),
		kit.NewField("Which skin conditions is it about?", "as a doctor told you, or as you think", kit.Flow(6, chips...)),
		kit.NewField("What would you like to follow?", "The look at the skin is always there. Settings has this list too.", things.Container),
		kit.NewField("When does your day end?", dayEndHint, end),
		kit.NewField("Units", "", kit.Flow(10, water, clock)),
	}
	var leave func()
	if w.Sample != nil {
		parts = append(parts, kit.NewQuietButton(sampleButton, func() {
			leave()
			w.Sample()
		}))
	}
	leave = w.Dialogs.Offer("Welcome to Skinward", kit.Column(14, parts...), "Skip", "Begin", func() error {
		w.keep(chosen, conditions)
		return nil
	})
}

// keep saves the answers; the conditions go into the profile.
func (w Welcome) keep(chosen journal.Settings, conditions map[journal.Condition]bool) {
	var saved journal.Settings
	w.Run.Run("welcome answers", func(ctx context.Context) error {
		ctx = context.WithoutCancel(ctx)
		var err error
		if saved, err = w.Store.Settings(ctx); err != nil {
			return err
		}
		saved.ShowCycle, saved.Tracked, saved.Welcomed = chosen.ShowCycle, chosen.Tracked, true
		saved.DayEndMinutes, saved.Glasses, saved.Clock12 = chosen.DayEndMinutes, chosen.Glasses, chosen.Clock12
		if err := w.Store.SaveSettings(ctx, saved); err != nil {
			return err
		}
		return w.keepConditions(ctx, conditions)
	}, func(err error) {
		if err != nil {
			w.Dialogs.Problem("Your answers were not saved. " + kit.ErrorText(err))
			return
		}
		w.Applied(saved)
		w.Dialogs.Status("Saved. Settings has all of this, and F1 lists the keys.")
	})
}

// keepConditions adds conditions to the profile, which an import may have
// brought along before the first start.
func (w Welcome) keepConditions(ctx context.Context, conditions map[journal.Condition]bool) error {
	p := &journal.Profile{Meta: journal.Meta{ID: journal.ProfileID, Day: w.Today()}}
	log, err := w.Store.All(ctx, journal.KindProfile)
	if err != nil {
		return err
	}
	for _, have := range journal.Select[*journal.Profile](log) {
		p = have.Clone().(*journal.Profile)
	}
	before := len(p.Conditions)
	for _, c := range journal.Conditions() {
		named := slices.ContainsFunc(p.Conditions, func(d journal.Diagnosis) bool { return strings.EqualFold(d.Name, string(c)) })
		if conditions[c] && !named {
			p.Conditions = append(p.Conditions, journal.Diagnosis{Name: string(c)})
		}
	}
	if len(p.Conditions) == before {
		return nil
	}
	_, err = w.Store.Save(ctx, p)
	return err
}
