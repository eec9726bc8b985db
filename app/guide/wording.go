package guide

import (
	"fmt"
	"regexp"
	"strings"
)

// unfit lists the words that the guide does not use, because they promise or
// judge more than studies can carry, and the word for each.
var unfit = []struct {
	pattern *regexp.Regexp
	instead string
}{
	{word(`caus(e|es|ed|ing)`), "is linked with"},
	{word(`trigger(s|ed|ing)?`), "goes with"},
	{word(`pro(ves|ved|ven|ving|ve)`), "has been studied"},
	{word(`safe(ly|ty|r|st)?`), "say for whom, and what was seen"},
	{word(`(in)?significan(t|tly|ce)`), "give the number"},
	{word(`boost(s|ed|ing)?`), "say what changes"},
	{word(`strengthen(s|ed|ing)?`), "say what changes"},
	{word(`detox\w*`), "leave it out"},
	{word(`cur(e|es|ed|ing)`), "treats, eases"},
	{word(`heal(s|ed|ing)?`), "gets better"},
	{word(`cleanse(s|d)?`), "leave it out"},
	{word(`clinically`), "name the study"},
	{word(`miracle\w*|superfoods?|amazing|great news`), "leave it out"},
	{regexp.MustCompile(`!`), "end with a full stop"},
}

func word(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(` + pattern + `)\b`)
}

// UnfitWords returns one sentence for every word of text that the guide must
// not use, with what to write in its place.
func UnfitWords(text string) []string {
	var out []string
	for _, u := range unfit {
		for _, hit := range u.pattern.FindAllString(text, -1) {
			out = append(out, fmt.Sprintf("%q: %s", strings.ToLower(hit), u.instead))
		}
	}
	return out
}
