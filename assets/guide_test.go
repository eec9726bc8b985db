package assets_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"skinward/app/food"
	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/assets"
)

// The four grades of each page in the order acne, eczema, psoriasis, rosacea,
// as the review of the evidence gives them; a range takes the lower grade.
var matrix = map[string][4]guide.Grade{
	"inflammation": {guide.Preclinical, guide.NoEvidence, guide.Strong, guide.Moderate},
	"immune":       {guide.Limited, guide.Limited, guide.Limited, guide.Limited},
	"nutrients":    {guide.Limited, guide.NoEvidence, guide.Contested, guide.NoEvidence},
	"microbiome":   {guide.Limited, guide.Limited, guide.Limited, guide.Contested},
	"hormones":     {guide.Strong, guide.Limited, guide.Limited, guide.Limited},
	"stress":       {guide.Moderate, guide.Moderate, guide.Contested, guide.Moderate},
	"diet":         {guide.Limited, guide.Limited, guide.Limited, guide.NoEvidence},
	"hydration":    {guide.NoEvidence, guide.NoEvidence, guide.NoEvidence, guide.NoEvidence},
	"processed":    {guide.Limited, guide.Limited, guide.Limited, guide.NoEvidence},
	"probiotics":   {guide.Limited, guide.Contested, guide.Limited, guide.Limited},
	"calm":         {guide.NoEvidence, guide.Limited, guide.Contested, guide.NoEvidence},
	"consult":      {guide.Strong, guide.Strong, guide.Strong, guide.Strong},
}

// The grade of the step that leads through the gut.
var routes = map[string]guide.Grade{
	"inflammation": guide.Contested, "immune": guide.Limited, "nutrients": guide.Contested,
	"microbiome": guide.Limited, "hormones": guide.Preclinical, "stress": guide.Preclinical,
}

func book(t *testing.T) *guide.Book {
	t.Helper()
	b, err := guide.Read(assets.Guide())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func pages(b *guide.Book) []*guide.Topic {
	return append(append([]*guide.Topic{b.Opening, b.Doctor}, b.Ways...), b.Supports...)
}

func TestEveryPageHasAllItsParts(t *testing.T) {
	b := book(t)
	if n := len(pages(b)); n != 14 {
		t.Fatalf("%d pages, want 14", n)
	}
	art := map[string]bool{}
	entries, err := fs.Glob(assets.Art(), "*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		art[strings.TrimSuffix(e, ".svg")] = true
	}
	for _, p := range append(append([]*guide.Topic(nil), b.Ways...), b.Supports...) {
		t.Run(p.ID, func(t *testing.T) {
			if n := p.MainWords(); n < 120 || n > 200 {
				t.Errorf("main text has %d words, want 120 … 200", n)
			}
			if len(b.Sources(p)) == 0 || len(b.Sources(p)) != len(p.Sources) {
				t.Errorf("%d of %d sources found", len(b.Sources(p)), len(p.Sources))
			}
			if !p.Reviewed.After(journal.NewDay(2025, 1, 1)) || p.Reviewer == "" {
				t.Errorf("reviewed %v by %q", p.Reviewed, p.Reviewer)
			}
			if !strings.ContainsAny(p.Figure.Value, "0123456789") || !strings.ContainsAny(p.Figure.Study, "0123456789") {
				t.Errorf("the number %q has no study size %q", p.Figure.Value, p.Figure.Study)
			}
			if p.HasRoute && p.Route.Grade != routes[p.ID] {
				t.Errorf("the gut's part: %v, want %v", p.Route.Grade, routes[p.ID])
			}
			want, ok := matrix[p.ID]
			if !ok {
				t.Fatalf("no row in the evidence matrix")
			}
			for i, e := range p.Evidence {
				if e.Condition != journal.Conditions()[i] || e.Grade != want[i] {
					t.Errorf("%s: %v, want %v", e.Condition, e.Grade, want[i])
				}
			}
			if p.HasRoute != (p.Kind == guide.Way) {
				t.Errorf("a way grades its step through the gut, a support has none")
			}
		})
	}
	for _, p := range pages(b) {
		if !art[p.Picture] {
			t.Errorf("%s: picture %s.svg is missing", p.ID, p.Picture)
		}
	}
}

func TestEverySourceIsCitedByAPage(t *testing.T) {
	b := book(t)
	used := map[string]bool{}
	for _, p := range pages(b) {
		for _, id := range p.Sources {
			used[id] = true
		}
	}
	text, err := fs.ReadFile(assets.Guide(), "sources.md")
	if err != nil {
		t.Fatal(err)
	}
	all, err := guide.ParseSources("sources.md", string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if !used[s.ID] {
			t.Errorf("%s stands in sources.md but no page cites it", s.ID)
		}
	}
	for _, p := range pages(b) {
		cited := map[string]bool{}
		for _, block := range p.Blocks() {
			for _, s := range block.Spans {
				cited[s.Source] = true
			}
		}
		for _, id := range p.Sources {
			if !cited[id] {
				t.Errorf("%s lists %s but nothing in its text rests on it", p.ID, id)
			}
		}
	}
}

// words returns everything of a page that a reader sees.
func words(p *guide.Topic) string {
	s := []string{p.Title, p.Short, p.Claim, p.Route.Note, p.Figure.Value, p.Figure.Study, p.Start.Missing, p.Start.Label}
	for _, e := range p.Evidence {
		s = append(s, e.Note)
	}
	for _, sec := range p.Sections {
		s = append(s, sec.Title)
	}
	return strings.Join(s, "\n") + "\n" + guide.BlocksText(p.Blocks())
}

func TestNoPageUsesAnUnfitWord(t *testing.T) {
	b := book(t)
	for _, p := range pages(b) {
		for _, why := range guide.UnfitWords(words(p)) {
			t.Errorf("%s: %s", p.ID, why)
		}
	}
	for _, term := range b.Terms {
		for _, why := range guide.UnfitWords(term.Name + " " + term.Definition) {
			t.Errorf("glossary, %s: %s", term.ID, why)
		}
	}
}

func TestEveryPageReadsAtGradeTenOrBelow(t *testing.T) {
	b := book(t)
	for _, p := range pages(b) {
		if g := guide.ReadingGrade(guide.BlocksText(p.Blocks())); g > 10 {
			t.Errorf("%s: grade %.1f", p.ID, g)
		}
	}
	var glossary []string
	for _, term := range b.Terms {
		glossary = append(glossary, term.Definition)
	}
	if g := guide.ReadingGrade(strings.Join(glossary, "\n")); g > 10 {
		t.Errorf("glossary: grade %.1f", g)
	}
}

func TestEveryGlossaryTermIsUsed(t *testing.T) {
	b := book(t)
	used := map[string]bool{"preclinical": true, "association": true, "pasi": true, "trial": true, "flare": true, "cfu": true} // used by badges, charts and the summary
	for _, p := range pages(b) {
		for _, block := range p.Blocks() {
			for _, s := range block.Spans {
				used[s.Term] = true
			}
		}
	}
	for _, term := range b.Terms {
		if !used[term.ID] {
			t.Errorf("no page uses the term %s", term.ID)
		}
	}
}

func Example() {
	b, err := guide.Read(assets.Guide())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range b.Ways {
		fmt.Println(w.Number, w.Short)
	}
	// Output:
	// 1 Inflammation
	// 2 Immune system
	// 3 Nutrient absorption
	// 4 Microbiome balance
	// 5 Hormones
	// 6 Stress response
}

// The account of the method stands among the guide's pages, so it is held to
// the same reading grade and the same words.
func TestTheMethodInPlainWordsReadsLikeAPage(t *testing.T) {
	text, err := fs.ReadFile(assets.Method(), "how-skinward-calculates.md")
	if err != nil {
		t.Fatal(err)
	}
	words := guide.BlocksText(guide.ParseText(string(text)))
	if g := guide.ReadingGrade(words); g > 10 || len(words) < 1000 {
		t.Errorf("grade %.1f in %d letters", g, len(words))
	}
	for _, why := range guide.UnfitWords(words) {
		t.Error(why)
	}
}

// A page opens the reader's own data by the names that the journal's series
// use: tags of foods (or their labels), what is recorded of a day, practices,
// or a kind of factor.
func TestPagesNameFactorsThatTheJournalHas(t *testing.T) {
	known := map[string]bool{
		series.Stress: true, series.Hours: true, series.Quality: true, series.Glasses: true, series.Bristol: true, series.Bloating: true,
		series.Pain: true, series.CycleDay: true, string(series.KindProbiotic): true,
		string(journal.Meditation): true, string(journal.Breathing): true, string(journal.Exercise): true,
	}
	for _, tag := range food.Tags() {
		known[string(tag)], known[tag.Label()] = true, true
	}
	for _, p := range pages(book(t)) {
		for _, f := range p.Factors {
			if !known[f] {
				t.Errorf("%s names the factor %q, which no series has", p.ID, f)
			}
		}
	}
}
