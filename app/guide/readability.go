package guide

import (
	"strings"
	"unicode"
)

// ReadingGrade returns the Flesch-Kincaid grade of English text: the years of
// school that a reader needs. Formula of Kincaid, Fishburne, Rogers and
// Chissom, Derivation of new readability formulas, Research Branch Report
// 8-75, Naval Technical Training Command, 1975:
//
//	0.39 · words ÷ sentences + 11.8 · syllables ÷ words − 15.59
//
// Syllables are counted by rule (groups of vowels, silent e and endings), so
// a single word can be out by one. Text without a word has grade 0.
func ReadingGrade(text string) float64 {
	words, sentences, syllables := 0, 0, 0
	open := false // whether words stand since the last full stop
	for _, token := range strings.Fields(text) {
		if n := tokenSyllables(token); n > 0 {
			words++
			syllables += n
			open = true
		}
		if end := strings.TrimRight(token, `"'”’)`); open && end != "" && strings.ContainsRune(".!?:", rune(end[len(end)-1])) {
			sentences++
			open = false
		}
	}
	if open {
		sentences++
	}
	if words == 0 {
		return 0
	}
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

// BlocksText returns the running text of blocks, one block a line, each ended
// so that a list item counts as a sentence.
func BlocksText(blocks []Block) string {
	var b strings.Builder
	for _, block := range blocks {
		s := block.Plain()
		if s == "" || block.Kind == Heading || block.Kind == Code || block.Kind == Row {
			continue
		}
		b.WriteString(s)
		if !strings.ContainsRune(".!?:", rune(s[len(s)-1])) {
			b.WriteByte('.')
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// tokenSyllables counts the syllables of a word or of a compound; a digit
// counts as one, as in reading out.
func tokenSyllables(token string) int {
	n := 0
	for _, part := range strings.FieldsFunc(token, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		if unicode.IsDigit(rune(part[0])) {
			n += len(part)
			continue
		}
		n += Syllables(part)
	}
	return n
}

// Syllables counts the syllables of one English word by rule; at least 1 for
// a word with a letter, 0 otherwise.
func Syllables(word string) int {
	w := strings.ToLower(strings.TrimRight(word, "'’"))
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	n, inVowel := 0, false
	letters := 0
	for _, r := range w {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		v := strings.ContainsRune("aeiouyàâäéèêëîïôöùûü", r)
		if v && !inVowel {
			n++
		}
		inVowel = v
	}
	if letters == 0 {
		return 0
	}
	switch {
	case strings.HasSuffix(w, "le") && len(w) > 2 && !isVowel(w[len(w)-3]): // ta-ble keeps its e
	case strings.HasSuffix(w, "e") && len(w) > 2 && !isVowel(w[len(w)-2]):
		n--
	case strings.HasSuffix(w, "es") && len(w) > 3 && !isVowel(w[len(w)-3]) && !strings.ContainsAny(w[len(w)-3:len(w)-2], "sxzcg") && !strings.HasSuffix(w, "shes") && !strings.HasSuffix(w, "ches"):
		n--
	case strings.HasSuffix(w, "ed") && len(w) > 3 && !isVowel(w[len(w)-3]) && !strings.ContainsAny(w[len(w)-3:len(w)-2], "td"):
		n--
	}
	for _, split := range []string{"ia", "io", "iu", "eo", "ua", "ua", "oea"} { // vowels that stand beside each other but are two
		if strings.Contains(w, split) && !strings.Contains(w, "tia") && !strings.Contains(w, "cia") && !strings.Contains(w, "tio") && !strings.Contains(w, "sio") && !strings.Contains(w, "qua") && !strings.Contains(w, "gua") {
			n++
			break
		}
	}
	return max(n, 1)
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
