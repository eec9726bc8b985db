package ui

import (
	"time"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// OptionsOf turns the person's settings into the theme's options; base gives
// what settings do not hold (the icons), language the system's language.
func OptionsOf(settings journal.Settings, base kit.Options, language string) kit.Options {
	o := base
	o.TextScale = float32(settings.TextSize)
	o.ReducedMotion = settings.ReducedMotion
	o.BlurThumbnails = settings.BlurThumbnails
	switch settings.Theme {
	case journal.ThemeLight:
		o.Mode = kit.ModeLight
	case journal.ThemeDark:
		o.Mode = kit.ModeDark
	default:
		o.Mode = kit.ModeSystem
	}
	o.Dates = kit.Dates{
		Language: settings.DateLanguage, WeekStart: time.Weekday(settings.WeekStart), Clock12: settings.Clock12,
	}
	if o.Dates.Language == "" {
		o.Dates.Language = language
	}
	return o
}
