package journal_test

import (
	"encoding/json"
	"testing"

	"skinward/app/journal"
)

func TestWhatIsFollowedIsTheUsualUntilChosen(t *testing.T) {
	s := journal.DefaultSettings()
	for thing, want := range map[journal.Thing]bool{
		journal.ThingMeals: true, journal.ThingDigestion: true, journal.ThingCycle: false,
		journal.ThingFlushing: false, journal.ThingAcneGrade: false, journal.ThingPalms: false,
	} {
		if s.Tracks(thing) != want {
			t.Errorf("%s: %v at first", thing, !want)
		}
	}
	s.Track(journal.ThingFlushing, true)
	s.Track(journal.ThingMeals, false)
	s.Track(journal.ThingCycle, true)
	for thing, want := range map[journal.Thing]bool{
		journal.ThingMeals: false, journal.ThingFlushing: true, journal.ThingCycle: true, journal.ThingWater: true, journal.ThingPalms: false,
	} {
		if s.Tracks(thing) != want {
			t.Errorf("%s: %v after choosing", thing, !want)
		}
	}
}

func TestFollowingNothingIsKeptAsThat(t *testing.T) {
	s := journal.DefaultSettings()
	for _, thing := range journal.Things() {
		s.Track(thing, false)
	}
	stored, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	back := journal.DefaultSettings()
	if err := json.Unmarshal(stored, &back); err != nil {
		t.Fatal(err)
	}
	for _, thing := range journal.Things() {
		if back.Tracks(thing) {
			t.Errorf("%s is followed again", thing)
		}
		if thing.Label() == "" {
			t.Errorf("%s has no words", thing)
		}
	}
}

func TestUnknownThingIsRefused(t *testing.T) {
	s := journal.DefaultSettings()
	s.Tracked = []journal.Thing{"moon"}
	if s.Validate() == nil {
		t.Error("an unknown thing was taken")
	}
}
