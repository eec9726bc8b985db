package work

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSlugIsAFileName(t *testing.T) {
	for name, want := range map[string]string{
		"severity":              "severity",
		"site, left elbow":      "site-left-elbow",
		"../../etc/passwd":      "etc-passwd",
		`C:\con "x" <y>|*?`:     "c-con-x-y",
		"Crème brûlée (2 %)":    "crème-brûlée-2",
		"Ελιές":                 "ελιές",
		"":                      "",
		"…":                     "",
		"a.\x00b\n":             "a-b",
		strings.Repeat("ä", 99): strings.Repeat("ä", 30),
	} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Cow's milk")
	f.Add("../x")
	f.Fuzz(func(t *testing.T, name string) {
		s := slug(name)
		if s != "" && !filepath.IsLocal(s) || strings.ContainsAny(s, `/\:*?"<>|.`) || len(s) > 70 || utf8.ValidString(name) && !utf8.ValidString(s) {
			t.Errorf("slug(%q) = %q", name, s)
		}
	})
}
