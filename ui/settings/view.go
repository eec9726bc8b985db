package settings

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"skinward/app/journal"
)

// hint lines under the choices; one place, so that their tone stays one.
const (
	hintDayEnd   = "What you enter before this hour still belongs to the day before."
	hintSmallest = "On the scale from 0 to 10. Smaller differences are called too small to matter."
	hintSuspects = "Up to ten foods or habits that you want looked at first. They are tested with less correction than the rest; name them before you look."
	hintReminder = "One notice while Skinward is open, only if the day is still empty."
	hintThings   = "The look at the skin is always there. What you leave out keeps what was recorded of it."
	hintBlur     = "Photos show blurred until you point at them or focus them."
	hintMotion   = "Nothing slides or fades; the breathing guide counts instead of moving."
	hintBackup   = "One file with everything, photos included. Keep it on another disk."
	hintRestore  = "Unpacks a backup into a folder of its own. The journal that is open stays as it is."
	hintTable    = "All entries as CSV, one value a line, for a spreadsheet or another program."
	hintExport   = "All records and settings as JSON. Photos are in backups only."
	hintImport   = "A diary as CSV with the columns date, kind, name, value, or a JSON export. The same file twice adds nothing."
)

// themes, weeks, clocks and so on list the choices in the order shown.
var (
	themes     = []journal.Theme{journal.ThemeSystem, journal.ThemeLight, journal.ThemeDark}
	themeNames = []string{"As the system", "Light", "Dark"}
	weeks      = []int{1, 0, 6}
	weekNames  = []string{"Monday", "Sunday", "Saturday"}
)

// percent writes a text size, 0.9 … 1.6.
func percent(size float64) string { return strconv.Itoa(int(math.Round(size*100))) + " %" }

// clock writes minutes after midnight.
func clock(minutes float64, twelve bool) string {
	h, m := int(minutes)/60, int(minutes)%60
	if !twelve {
		return fmt.Sprintf("%02d:%02d", h, m)
	}
	half := "am"
	if h >= 12 {
		half = "pm"
	}
	if h %= 12; h == 0 {
		h = 12
	}
	return fmt.Sprintf("%d:%02d %s", h, m, half)
}

// points writes the smallest change.
func points(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + " points" }

// addSuspect adds a name; it refuses an empty one, one that is there already
// whatever its case, and an eleventh.
func addSuspect(names []string, name string) ([]string, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return names, &journal.Error{Code: journal.CodeEmpty, Field: "name"}
	}
	for _, have := range names {
		if strings.EqualFold(have, name) {
			return names, fmt.Errorf("%s is already on the list", have)
		}
	}
	if len(names) >= journal.MaxSuspects {
		return names, fmt.Errorf("ten names are the most; remove one first")
	}
	return append(slices.Clone(names), name), nil
}

// languages puts "As the system" before the kit's languages.
func languages(keys, names []string, system string) ([]string, []string) {
	own := "As the system"
	if at := slices.Index(keys, system); at >= 0 {
		own += ": " + names[at]
	}
	return append([]string{""}, keys...), append([]string{own}, names...)
}

// fileName proposes a name for a file made today.
func fileName(what string, today journal.Day, extension string) string {
	return "skinward-" + what + "-" + today.String() + extension
}

// isDiary reports whether a file's name is that of something to import.
func isDiary(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".json"}, strings.ToLower(filepath.Ext(path)))
}
