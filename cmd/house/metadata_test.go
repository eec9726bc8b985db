package house_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// FyneApp.toml is read by packagers, the constants by the program.
func TestMetadataAgrees(t *testing.T) {
	read := func(path string) string {
		b, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	find := func(text, pattern string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("nothing reads %s", pattern)
		}
		return m[1]
	}
	toml := read("FyneApp.toml")
	for name, c := range map[string][2]string{
		"version": {find(toml, `Version = "([^"]+)"`), find(read("cmd/skinward/version.go"), `const version = "([^"]+)"`)},
		"id":      {find(toml, `ID = "([^"]+)"`), find(read("cmd/skinward/window.go"), `appID = "([^"]+)"`)},
	} {
		if c[0] != c[1] {
			t.Errorf("%s is %q in FyneApp.toml and %q in the program", name, c[0], c[1])
		}
	}
	if _, err := os.Stat(filepath.Join(root, find(toml, `Icon = "([^"]+)"`))); err != nil {
		t.Error(err)
	}
}
