package guide

import "strings"

// Span is a run of words in one style.
type Span struct {
	Text   string
	Strong bool
	Emph   bool
	Code   bool
	Term   string // id of the glossary entry that explains the words, or ""
	Source string // id of the source cited here, "R12"; Text is then empty
}

func plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return strings.TrimSpace(b.String())
}

// parseSpans reads the marks within one line. A mark that is never closed is
// plain text.
func parseSpans(s string) []Span {
	var out []Span
	var word strings.Builder
	var strong, emph bool
	emit := func(sp Span) {
		if word.Len() > 0 {
			out = append(out, Span{Text: word.String(), Strong: strong, Emph: emph})
			word.Reset()
		}
		if sp != (Span{}) {
			out = append(out, sp)
		}
	}
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case strings.HasPrefix(rest, "**") && (strong || strings.Contains(rest[2:], "**")):
			emit(Span{})
			strong = !strong
			i += 2
		case rest[0] == '*' && !strings.HasPrefix(rest, "**") && (emph || emphCloses(rest[1:])):
			emit(Span{})
			emph = !emph
			i++
		case rest[0] == '`' && strings.IndexByte(rest[1:], '`') > 0:
			end := strings.IndexByte(rest[1:], '`')
			emit(Span{Text: rest[1 : 1+end], Code: true})
			i += end + 2
		case rest[0] == '[':
			if sp, n := parseBracket(rest); n > 0 {
				sp.Strong, sp.Emph = sp.Source == "" && strong, sp.Source == "" && emph
				emit(sp)
				i += n
				continue
			}
			word.WriteByte('[')
			i++
		default:
			word.WriteByte(rest[0])
			i++
		}
	}
	emit(Span{})
	return out
}

// emphCloses reports whether a single star follows that can close emphasis;
// "2 * 3" has none because its star stands before a blank.
func emphCloses(rest string) bool {
	if rest == "" || rest[0] == ' ' {
		return false
	}
	end := strings.IndexByte(rest, '*')
	return end > 0 && rest[end-1] != ' '
}

// parseBracket reads "[R12]", "[words](#term)" or "[words](address)" and
// returns the bytes consumed, 0 if it is none of them. An address is dropped:
// the program opens nothing outside itself from running text.
func parseBracket(s string) (Span, int) {
	end := strings.IndexByte(s, ']')
	if end < 2 {
		return Span{}, 0
	}
	inside := s[1:end]
	if strings.HasPrefix(s[end+1:], "(") {
		stop := strings.IndexByte(s[end+1:], ')')
		if stop < 0 {
			return Span{}, 0
		}
		target := s[end+2 : end+1+stop]
		sp := Span{Text: inside}
		if strings.HasPrefix(target, "#") {
			sp.Term = target[1:]
		}
		return sp, end + 1 + stop + 1
	}
	if isSourceID(inside) {
		return Span{Source: inside}, end + 1
	}
	return Span{}, 0
}

// isSourceID reports whether s is "R" and digits, with at most one small
// letter after them.
func isSourceID(s string) bool {
	if len(s) < 2 || len(s) > 5 || s[0] != 'R' {
		return false
	}
	digits := strings.TrimRight(s[1:], "abcdefghijklmnopqrstuvwxyz")
	if digits == "" || len(s)-1-len(digits) > 1 {
		return false
	}
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return true
}
