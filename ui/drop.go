package ui

import (
	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// Drop takes files dropped anywhere on the window: the screen that is shown
// first, then the screen of photos, then the settings, which import diaries.
func (s *Shell) Drop(uris []fyne.URI) {
	if len(uris) == 0 || s.deps.Window.Canvas().Overlays().Top() != nil {
		return
	}
	for _, place := range []kit.Place{s.current, kit.PlaceSkin, kit.PlaceSettings} {
		dropper, ok := s.screen(place).(kit.Dropper)
		if !ok || !dropper.Drop(uris) {
			continue
		}
		if place != s.current {
			s.Navigate(kit.Route{Place: place})
		}
		return
	}
	s.dialogs.Problem("Skinward takes photos and diaries in CSV or JSON; nothing of what was dropped is one. Nothing was changed.")
}
