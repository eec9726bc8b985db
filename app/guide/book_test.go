package guide_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"skinward/app/guide"
	"skinward/app/journal"
)

const aSource = "## R1\nauthors: A\ntitle: T\njournal: J\nyear: 2020\ndoi: 10.1/x\nseen: record\n"

// page returns a complete page; edit replaces parts of it.
func page(kind string, number int, edit ...string) string {
	s := fmt.Sprintf(`---
id: %s-%d
kind: %s
number: %d
title: A title
short: Short
picture: p
colour: skin
claim: That a thing is so
acne: strong | trials
eczema: none
psoriasis: contested
rosacea: limited
figure: 7 | 70 people
start: Nothing yet. | Record | today/meal
sources: R1
reviewed: 2026-11-23
reviewer: us
---
The lead.

The [rest](#word) [R1].

## What is known
K.

## What is not known
N.

## One number
O.

## What this does not mean
M.
`, kind, number, kind, number)
	return strings.NewReplacer(edit...).Replace(s)
}

const plainPage = "---\nid: %s\nkind: %s\ntitle: T\nshort: S\npicture: p\nreviewed: 2026-11-23\n---\nText.\n"

func files() fstest.MapFS {
	fsys := fstest.MapFS{
		"README.md":   {Data: []byte("for people")},
		"sources.md":  {Data: []byte(aSource)},
		"glossary.md": {Data: []byte("## Word {#word}\nA sound with a sense.\n")},
		"opening.md":  {Data: fmt.Appendf(nil, plainPage, "opening", "opening")},
		"doctor.md":   {Data: fmt.Appendf(nil, plainPage, "doctor", "doctor")},
	}
	for i := 1; i <= 6; i++ {
		fsys[fmt.Sprintf("way-%d.md", i)] = &fstest.MapFile{Data: []byte(page("way", i))}
		fsys[fmt.Sprintf("support-%d.md", i)] = &fstest.MapFile{Data: []byte(page("support", i))}
	}
	return fsys
}

func TestReadPutsPagesInTheOrderOfTheirNumbers(t *testing.T) {
	b, err := guide.Read(files())
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Ways) != 6 || b.Ways[4].ID != "way-5" || len(b.Supports) != 6 || b.Opening.ID != "opening" || b.Doctor.ID != "doctor" {
		t.Errorf("ways %d, supports %d", len(b.Ways), len(b.Supports))
	}
	w, ok := b.Topic("way-2")
	if !ok || w.Lead[0].Plain() != "The lead." || w.Section(guide.Known)[0].Plain() != "K." || w.Figure.Study != "70 people" {
		t.Errorf("%+v", w)
	}
	if e := w.Evidence[2]; e.Condition != journal.Psoriasis || e.Grade != guide.Contested {
		t.Errorf("third evidence %+v", e)
	}
	if got := b.Sources(w); len(got) != 1 || got[0].Reference() != "A. T. J, 2020. doi:10.1/x" {
		t.Errorf("sources %+v", got)
	}
	if term, ok := b.Term("word"); !ok || term.Definition != "A sound with a sense." {
		t.Errorf("term %+v", term)
	}
}

func TestReadNamesTheFileAndWhatIsWrong(t *testing.T) {
	tests := []struct{ name, file, content, want string }{
		{"no header", "way-1.md", "text", "way-1.md:1: the file must begin"},
		{"header never closed", "way-1.md", "---\nid: x\n", "never closed"},
		{"unknown key", "way-1.md", page("way", 1, "claim:", "clame:"), "way-1.md:9: unknown header line \"clame\""},
		{"key twice", "way-1.md", page("way", 1, "claim:", "title:"), "\"title\" is given twice"},
		{"bad grade", "way-1.md", page("way", 1, "strong", "certain"), "way-1.md:10: unknown evidence grade \"certain\""},
		{"condition missing", "way-1.md", page("way", 1, "eczema: none\n", ""), "evidence for 3 conditions"},
		{"section missing", "way-1.md", page("way", 1, "## One number", "## Number"), "section \"One number\""},
		{"no study size", "way-1.md", page("way", 1, " | 70 people", ""), "study size"},
		{"no review date", "way-1.md", page("way", 1, "reviewed: 2026-11-23\n", ""), "date of review"},
		{"bad review date", "way-1.md", page("way", 1, "2026-11-23", "last week"), "way-1.md:17"},
		{"source not listed", "way-1.md", page("way", 1, "[R1]", "[R9]"), "R9 is cited but not among"},
		{"source does not exist", "way-1.md", page("way", 1, "sources: R1", "sources: R1, R9"), "source R9 is not in sources.md"},
		{"term does not exist", "way-1.md", page("way", 1, "#word", "#ward"), "term \"ward\""},
		{"number twice", "way-2.md", page("way", 1, "way-1", "other"), "number 1 is given twice"},
		{"id twice", "way-2.md", page("way", 2, "way-2", "way-1"), "another page has the id"},
		{"kind unknown", "way-1.md", page("chapter", 1), "unknown kind"},
		{"number out of range", "way-1.md", page("way", 7), "not 1 … 6"},
		{"source without year", "sources.md", strings.Replace(aSource, "year: 2020\n", "", 1), "lacks authors"},
		{"source with a bad DOI", "sources.md", strings.Replace(aSource, "10.1/x", "x", 1), "is not a DOI"},
		{"source twice", "sources.md", aSource + aSource, "listed twice"},
		{"term without definition", "glossary.md", "## Word {#word}\n", "no definition"},
		{"term without id", "glossary.md", "## Word\nx\n", "is not \"Name {#id}\""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := files()
			fsys[tt.file] = &fstest.MapFile{Data: []byte(tt.content)}
			_, err := guide.Read(fsys)
			var page *guide.PageError
			if !errors.As(err, &page) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	for _, missing := range []string{"opening.md", "doctor.md", "way-3.md"} {
		fsys := files()
		delete(fsys, missing)
		if _, err := guide.Read(fsys); err == nil {
			t.Errorf("a guide without %s was accepted", missing)
		}
	}
}

func FuzzParseTopic(f *testing.F) {
	f.Add(page("way", 1))
	f.Add(page("support", 6))
	f.Add("---\n---\n")
	f.Add("---\nacne: |\n---")
	f.Add("\ufeff---\r\nid: x\r\n---\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		topic, err := guide.ParseTopic("page.md", s)
		if err == nil && (topic.ID == "" || topic.Title == "" || topic.Reviewed.IsZero() || len(topic.Lead) == 0) {
			t.Errorf("an incomplete page was accepted: %+v", topic)
		}
	})
}

func FuzzParseSources(f *testing.F) {
	f.Add(aSource)
	f.Add("intro\n\n## R1\nyear: 3000\n")
	f.Fuzz(func(t *testing.T, s string) {
		list, err := guide.ParseSources("sources.md", s)
		for _, src := range list {
			if err == nil && (src.Year < 1900 || src.Title == "") {
				t.Errorf("an incomplete source was accepted: %+v", src)
			}
		}
	})
}

func FuzzParseGlossary(f *testing.F) {
	f.Add("## Word {#word}\nA sound.\n")
	f.Add("## {#}\n")
	f.Fuzz(func(t *testing.T, s string) {
		list, err := guide.ParseGlossary("glossary.md", s)
		for _, term := range list {
			if err == nil && (term.ID == "" || term.Name == "" || term.Definition == "") {
				t.Errorf("an incomplete term was accepted: %+v", term)
			}
		}
	})
}

func TestGradesAreToldApartWithoutColour(t *testing.T) {
	words := map[string]bool{}
	for i, g := range guide.Grades() {
		if g.Meaning() == "" || words[g.String()] {
			t.Errorf("grade %d: %q %q", g, g, g.Meaning())
		}
		words[g.String()] = true
		if i > 0 && g.Steps() > guide.Grades()[i-1].Steps() {
			t.Errorf("%v shows more steps than the grade above it", g)
		}
	}
	if len(words) != 6 {
		t.Errorf("%d grades, want five and \"no human evidence found\"", len(words))
	}
}

func TestDoorFallsBackToTheActionThatStartsRecording(t *testing.T) {
	start := guide.Start{Missing: "No meals yet.", Label: "Record a meal", Route: "today/meal"}
	if d := (guide.Door{}).Or(start); d.Sentence != "No meals yet." || len(d.Actions) != 1 || d.Actions[0].Route != "today/meal" {
		t.Errorf("%+v", d)
	}
	own := guide.Door{Sentence: "0.7 points"}
	if d := own.Or(start); d.Sentence != "0.7 points" || len(d.Actions) != 0 {
		t.Errorf("%+v", d)
	}
}

func TestTopicForFindsThePageOfAFactor(t *testing.T) {
	fsys := files()
	fsys["way-1.md"].Data = []byte(page("way", 1, "sources: R1", "factors: stress, fermented\nsources: R1"))
	fsys["support-4.md"].Data = []byte(page("support", 4, "sources: R1", "factors: Fermented, probiotic\nsources: R1"))
	b, err := guide.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, kind, want string }{
		{"stress", "stress", "way-1"}, {"fermented (group)", "food_group", "support-4"}, {"GG", "probiotic", "support-4"}, {"pepper", "food", ""},
	} {
		got, ok := b.TopicFor(tt.name, tt.kind)
		if ok != (tt.want != "") || (ok && got.ID != tt.want) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestOpenWantsEveryPicture(t *testing.T) {
	art := fstest.MapFS{
		"plate.svg": {Data: []byte(twoLayers)}, "plate.json": {Data: []byte(`{}`)}, "body.json": {Data: []byte(`{}`)},
		"alt.csv": {Data: []byte("picture,shows\n")}, "night.csv": {Data: []byte("light,dark\n")},
	}
	if _, err := guide.Open(files(), art, fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "picture p") {
		t.Errorf("got %v", err)
	}
	art["p.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
	l, err := guide.Open(files(), art, fstest.MapFS{"how-skinward-calculates.md": {Data: []byte("Plain.\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Method) != 1 || len(l.MethodNote) != 0 || len(l.Pictures) != 2 {
		t.Errorf("%d blocks of method, %d of note, %d pictures", len(l.Method), len(l.MethodNote), len(l.Pictures))
	}
}
