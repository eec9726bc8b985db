package house_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../.."

// source is one parsed Go file of the project.
type source struct {
	path  string // from the root, with slashes
	pkg   string // folder
	test  bool
	lines int
	file  *ast.File
	fset  *token.FileSet
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(filepath.ToSlash(path), root+"/"))
		if d.IsDir() {
			if rel == ".git" || rel == "out" || rel == "bin" {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, rel, text, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, source{rel, filepath.ToSlash(filepath.Dir(rel)), strings.HasSuffix(rel, "_test.go"), strings.Count(string(text), "\n"), f, fset})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d source files found: is this the root?", len(out))
	}
	return out
}

func (s source) imports() []string {
	var out []string
	for _, i := range s.file.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		out = append(out, p)
	}
	return out
}

// may says what each folder may import of the project, longest prefix first.
// A folder may always import what lies below itself.
var may = []struct {
	folder string
	allow  []string
}{
	{"cmd", []string{"cmd", "ui", "app", "data", "assets"}},
	{"data", []string{"app/journal", "app/photo"}},
	{"ui/kit", []string{"app/journal", "app/figure"}}, // the look of charts
	{"ui/uitest", []string{"ui/kit", "app/journal"}},
	{"ui/", []string{"ui/kit", "app"}}, // a screen, never another screen
	{"ui", []string{"ui", "app"}},      // the shell
	{"app/journal", nil},
	{"app/food", []string{"app/journal"}},
	{"app/exchange", []string{"app/journal"}},
	{"app/sample", []string{"app/journal"}},
	{"app/photo", []string{"app/journal"}},
	{"app/guide", []string{"app/journal"}},
	{"app/series", []string{"app/food", "app/journal"}},
	{"app/insight", []string{"app/series", "app/journal"}},
	{"app/experiment", []string{"app/insight", "app/series", "app/journal"}},
	{"app/figure", []string{"app/insight", "app/series", "app/journal"}},
	{"app/summary", []string{"app/insight", "app/figure", "app/series", "app/photo", "app/food", "app/journal"}},
	{"assets", nil},
}

// aids are imported by tests only, and may import what they help to test.
var aids = []string{"ui/uitest", "app/journal/journaltest", "app/series/seriestest", "app/photo/phototest", "data/datatest"}

func TestImportsFollowTheHouse(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(aids, s.pkg) {
			continue
		}
		rule := -1
		for i, r := range may {
			if s.pkg == strings.TrimSuffix(r.folder, "/") && !strings.HasSuffix(r.folder, "/") || strings.HasPrefix(s.pkg, strings.TrimSuffix(r.folder, "/")+"/") {
				rule = i
				break
			}
		}
		if rule < 0 {
			t.Errorf("%s: no rule for folder %s", s.path, s.pkg)
			continue
		}
		for _, imp := range s.imports() {
			rel, own := strings.CutPrefix(imp, "skinward/")
			if !own {
				continue
			}
			if s.test && (slices.Contains(aids, rel) || rel == "assets" || strings.HasPrefix(rel, "app/")) {
				continue // tests may use the aids, the shipped content and what is pure
			}
			if rel == s.pkg || strings.HasPrefix(rel, s.pkg+"/") && s.pkg != "app" {
				continue
			}
			if !slices.ContainsFunc(may[rule].allow, func(a string) bool { return rel == a || strings.HasPrefix(rel, a+"/") }) {
				t.Errorf("%s imports %s, which %s may not", s.path, rel, s.pkg)
			}
			if slices.Contains(aids, rel) && s.pkg != "cmd/methodcheck" { // which measures, and is not shipped
				t.Errorf("%s imports the test aid %s", s.path, rel)
			}
		}
	}
}

func TestOutsideLibrariesStayInTheirRooms(t *testing.T) {
	rooms := []struct {
		lib   string
		rooms []string
	}{
		{"fyne.io/fyne/v2/app", []string{"cmd/skinward/window.go"}},
		{"fyne.io/fyne/v2", []string{"ui", "cmd"}},
		{"github.com/wcharczuk/go-chart/v2", []string{"app/figure"}},
		{"codeberg.org/go-pdf/fpdf", []string{"app/summary", "app/figure"}},
		{"modernc.org/sqlite", []string{"data", "cmd"}},
		{"database/sql", []string{"data", "cmd"}},
		{"github.com/fyne-io/oksvg", []string{"ui/kit", "assets", "cmd/skinward", "cmd/house"}},
		{"net/http", nil},
		{"os", []string{"cmd", "data"}},
		{"math/rand", nil},
	}
	for _, s := range sources(t) {
		for _, imp := range s.imports() {
			for _, r := range rooms {
				if imp != r.lib && !strings.HasPrefix(imp, r.lib+"/") {
					continue
				}
				inRoom := slices.ContainsFunc(r.rooms, func(room string) bool { return s.path == room || strings.HasPrefix(s.path, room+"/") })
				switch {
				case inRoom:
				case s.test && r.lib != "fyne.io/fyne/v2/app" && r.lib != "net/http":
				case slices.Contains(aids, s.pkg):
				case r.lib == "math/rand" && imp == "math/rand/v2": // seeded generators are values
				default:
					t.Errorf("%s imports %s", s.path, imp)
				}
				break
			}
		}
	}
}

// The clock, the environment and goroutines belong to few.
func TestPureCodeStaysPure(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || slices.Contains(aids, s.pkg) {
			continue
		}
		app := strings.HasPrefix(s.pkg, "app/")
		screen := strings.HasPrefix(s.pkg, "ui/") && s.pkg != "ui/kit"
		ast.Inspect(s.file, func(n ast.Node) bool {
			at := func() token.Position { return s.fset.Position(n.Pos()) }
			switch n := n.(type) {
			case *ast.GoStmt:
				if screen || s.pkg == "ui" {
					t.Errorf("%s starts a goroutine; hand the work to the runner", at())
				}
			case *ast.SelectorExpr:
				x, ok := n.X.(*ast.Ident)
				if !ok {
					return true
				}
				switch call := x.Name + "." + n.Sel.Name; {
				case app && (call == "time.Now" || call == "time.Since" || call == "os.Getenv"):
					t.Errorf("%s: %s in app; take it as a parameter", at(), call)
				case screen && (call == "fyne.Do" || call == "fyne.DoAndWait" || call == "time.Now"):
					t.Errorf("%s: %s in a screen", at(), call)
				case call == "fyne.DoAndWait":
					t.Errorf("%s: %s hangs when called on the drawing thread", at(), call)
				}
			}
			return true
		})
	}
}

func TestFilesStaySmall(t *testing.T) {
	for _, s := range sources(t) {
		if !s.test && s.lines > 400 {
			t.Errorf("%s has %d lines; 400 is the most", s.path, s.lines)
		}
	}
}

// Every package says what it is for.
func TestPackagesAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		documented[s.pkg] = documented[s.pkg] || s.file.Doc != nil
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s has no package comment", pkg)
		}
	}
}

// What nobody may find in what is shipped.
func TestNothingUnfinished(t *testing.T) {
	words := []string{"TO" + "DO", "FIX" + "ME", "coming " + "soon", "not " + "implemented", "t.Sk" + "ip("}
	for _, s := range sources(t) {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(s.path)))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if strings.Contains(string(text), w) {
				t.Errorf("%s says %q", s.path, w)
			}
		}
	}
}
