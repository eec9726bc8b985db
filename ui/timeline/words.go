package timeline

import (
	"fmt"
	"slices"
	"strings"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// title is the first line of an entry.
func title(r row) string {
	if len(r.photos) > 0 {
		return count(len(r.photos), "photo", "photos")
	}
	return r.record.Title()
}

// detail is the second line of an entry: where a search found it, with the
// found words marked, or what it says, with its note.
func detail(r row) []kit.Span {
	if r.found != "" {
		return marked(r.found)
	}
	text := kit.CurrentDates().Detail(r.record)
	if len(r.photos) > 0 {
		text = sites(r.photos)
	}
	if note := r.record.Base().Note; note != "" && len(r.photos) == 0 {
		if text != "" {
			text += " · "
		}
		text += note
	}
	if r.record.Base().Source == journal.Remembered {
		text += " (remembered later)"
	}
	if text == "" {
		text = " "
	}
	return []kit.Span{{Text: clip(text), Role: kit.Muted, Size: kit.SizeSmall}}
}

// sites names what photos show, each place once.
func sites(photos []*journal.Photo) string {
	var out []string
	for _, p := range photos {
		if p.Site != "" && !slices.Contains(out, p.Site) {
			out = append(out, p.Site)
		}
	}
	return strings.Join(out, ", ")
}

// marked shows a snippet with its found words in bold ink.
func marked(snippet string) []kit.Span {
	var out []kit.Span
	left := mostLetters
	say := func(text string, found bool) {
		r := []rune(text)
		if len(r) > left {
			r = append(r[:left:left], '…')
		}
		left -= min(left, len(r))
		if len(r) == 0 || string(r) == "…" && len(out) > 0 {
			return
		}
		span := kit.Span{Text: oneLine(string(r)), Role: kit.Muted, Size: kit.SizeSmall}
		if found {
			span.Role, span.Bold = kit.Ink, true
		}
		out = append(out, span)
	}
	for rest := snippet; rest != ""; {
		before, after, found := strings.Cut(rest, journal.FoundFrom)
		say(before, false)
		if !found {
			break
		}
		word, after, _ := strings.Cut(after, journal.FoundTo)
		say(word, true)
		rest = after
	}
	return out
}

// mostLetters keeps a detail on one line; the whole of it is in Today.
const mostLetters = 110

func clip(text string) string {
	if r := []rune(text); len(r) > mostLetters {
		text = string(r[:mostLetters]) + " …"
	}
	return oneLine(text)
}

func oneLine(text string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(text)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// dayWords says how a day was.
func dayWords(d journal.DayDigest) string {
	words := count(d.Entries, "entry", "entries")
	if v, ok := d.Severity.Get(); ok {
		words = fmt.Sprintf("skin %.3g · %s", v, words)
	}
	return words
}
