package datatest

import (
	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

func stats(b *bench) {
	if got, err := b.j.Stats(b.ctx); err != nil || got != (journal.Stats{}) {
		b.Errorf("empty journal: %+v, %v", got, err)
	}
	b.save(
		journaltest.Probiotic("2020-01-01", "Kefir capsules"),
		&journal.Appointment{Meta: journaltest.Meta("2027-05-01", "10:00"), Person: "Dr Okafor"},
		journaltest.Skin("2026-11-20", 3, 1), journaltest.Skin("2026-11-20", 3, 1), journaltest.Skin("2026-11-22", 3, 1),
		journaltest.Water("2026-11-23", 500),
		journaltest.Tracker("2019-01-01", "Steps", ""))
	got, err := b.j.Stats(b.ctx)
	want := journal.Stats{First: journaltest.Day("2026-11-20"), Last: journaltest.Day("2026-11-23"), Entries: 6, SkinDays: 2}
	if err != nil || got != want {
		b.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if n, err := b.j.SkinDays(b.ctx); err != nil || n != want.SkinDays {
		b.Errorf("%d days with a skin check, %v, want %d", n, err, want.SkinDays)
	}
}
