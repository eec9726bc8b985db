package work

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// SystemFonts returns how to find a font of this system for a letter, nil where
// there is none. The fonts are listed when the first letter is asked for, which
// may take a second; the list is kept among the caches of the person.
func SystemFonts() func(r rune) *font.Face {
	known := sync.OnceValue(func() *fontscan.FontMap {
		m := fontscan.NewFontMap(silent{})
		cache, err := os.UserCacheDir()
		if err != nil {
			cache = os.TempDir()
		}
		if m.UseSystemFonts(filepath.Join(cache, "skinward")) != nil {
			return nil // then the page says which letters it lacks
		}
		m.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
		return m
	})
	return func(r rune) *font.Face {
		m := known()
		if m == nil {
			return nil
		}
		return m.ResolveFace(r)
	}
}

// silent keeps what the search tells of single fonts to itself.
type silent struct{}

func (silent) Printf(string, ...any) {}
