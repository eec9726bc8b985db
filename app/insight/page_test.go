package insight_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"skinward/app/insight"
	"skinward/app/series"
)

func readPage(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile("../../assets/method/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The worked example of the page for everybody is the pepper of the 730-day
// journal; its numbers must stay those that the method gives.
func TestWorkedExampleIsTrue(t *testing.T) {
	page := readPage(t, "how-skinward-calculates.md")
	r := analyse(t, readJournal(t, "d0730"), insight.Options{})
	f := find(t, r, "pepper", series.Severity)
	onByOne, shown, true6 := 0, map[insight.Grade]int{}, map[insight.Grade]int{}
	tr := readTruth(t)["d0730"]
	for _, g := range r.Findings {
		if g.Family != insight.Foods {
			continue
		}
		if g.P <= .05 {
			onByOne++
		}
		shown[g.Grade]++
		for _, e := range tr.Effects {
			if e.Factor == g.Factor && e.Outcome == g.Outcome {
				true6[g.Grade]++
			}
		}
	}
	total := shown[insight.Strong] + shown[insight.Moderate] + shown[insight.Hint]
	for _, want := range []string{
		fmt.Sprintf("a diary of %d days", r.Days),
		fmt.Sprintf("rated on %d of the %d days", f.SkinDays, r.Days),
		fmt.Sprintf("eaten on %d days. On %d days there was a food log without it", f.DaysWith, f.DaysWithout),
		fmt.Sprintf("%.1f on the %d days that came two to four days after", f.MeanWith, f.NAfter),
		fmt.Sprintf("%.1f on the %d days with no pepper", f.MeanWithout, f.NOtherwise),
		fmt.Sprintf("%+.1f points, with a likely range of %.1f to %.1f", f.Effect, f.Low, f.High),
		fmt.Sprintf("In all, %d pairs", f.FamilySize),
		fmt.Sprintf("one by one, %d would seem", onByOne),
		fmt.Sprintf("About %.0f would do so by luck", .05*float64(f.FamilySize)),
		fmt.Sprintf("%d were shown: %d Strong, %d Moderate, %d Hints", total, shown[insight.Strong], shown[insight.Moderate], shown[insight.Hint]),
		fmt.Sprintf("All %d Strong ones were true", true6[insight.Strong]),
		fmt.Sprintf("The %d Hints were luck", shown[insight.Hint]-true6[insight.Hint]),
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if f.Grade != insight.Strong || f.Window != [2]int{2, 4} || true6[insight.Moderate] != shown[insight.Moderate] {
		t.Errorf("pepper is %s in %v; Moderate ones true: %d of %d", f.Grade, f.Window, true6[insight.Moderate], shown[insight.Moderate])
	}
}

// The page for everybody reads at Flesch-Kincaid grade 10 or below.
func TestPageIsPlain(t *testing.T) {
	page := readPage(t, "how-skinward-calculates.md")
	checkPageWords(t, page)
	checkPageWords(t, readPage(t, "method-note.md"))
	var text []string
	for _, line := range strings.Split(page, "\n") {
		if line = strings.TrimLeft(line, "-0123456789. "); line != "" && !strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "#") {
			text = append(text, line)
		}
	}
	joined := strings.Join(text, "\n")
	words := regexp.MustCompile(`[A-Za-z']+|[0-9.]+`).FindAllString(joined, -1)
	sentences := len(regexp.MustCompile(`[.!?:](\s|$|\*)`).FindAllString(joined, -1))
	vowels := regexp.MustCompile(`[aeiouy]+`)
	syllables := 0
	for _, w := range words {
		w = strings.ToLower(w)
		n := len(vowels.FindAllString(w, -1))
		if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
			n--
		}
		syllables += max(n, 1)
	}
	grade := .39*float64(len(words))/float64(sentences) + 11.8*float64(syllables)/float64(len(words)) - 15.59
	if grade > 10 {
		t.Errorf("reading grade %.1f", grade)
	}
	t.Logf("reading grade %.1f, %d words", grade, len(words))
}

func checkPageWords(t *testing.T, page string) {
	t.Helper()
	for _, w := range []string{"causes", "triggers", "proves", "boost", "detox", "cure"} {
		if regexp.MustCompile(`(?i)\b` + w + `\b`).MatchString(page) {
			t.Errorf("the page holds %q", w)
		}
	}
}
