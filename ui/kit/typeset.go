package kit

import (
	"sort"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// textRow is one line of a text as it is shown.
type textRow struct {
	runs          []textRun
	width, height float32
	baseline      float32 // below the row's upper edge
}

// textRun is a part of a row in one style.
type textRun struct {
	text          string
	role          Role
	size          float32
	style         fyne.TextStyle
	width, height float32
	baseline      float32
}

// typeset breaks spans into rows. Words that wrap go to the next row where
// width ends; one that is wider than a row is broken within. Width 0 is not
// known yet: nothing is broken. Each word is measured once in the life of the
// program; that its letters stand a trifle closer beside some neighbours does
// not matter for where a row ends.
func typeset(spans []Span, mode textMode, width float32) []textRow {
	if len(spans) == 0 {
		spans = []Span{{}}
	}
	s := setter{room: width, wraps: mode == textWraps && width > 0}
	for _, span := range spans {
		style := runOf(span)
		for i, line := range strings.Split(span.Text, "\n") {
			if i > 0 {
				s.end()
			}
			s.line(style, line)
		}
	}
	s.end()
	if mode == textCut && width > 0 {
		for i := range s.rows {
			s.rows[i].cut(width)
		}
	}
	return s.rows
}

func runOf(s Span) textRun {
	r := textRun{role: s.Role, style: fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Mono}}
	if r.role == "" {
		r.role = Ink
	}
	if s.Size == "" {
		s.Size = SizeBody
	}
	r.size = textSize(s.Size)
	return r
}

// words splits a line into words and the spaces between them.
func words(line string) []string {
	var out []string
	start, spaces := 0, false
	for i, r := range line {
		if s := breaks(r); i == 0 {
			spaces = s
		} else if s != spaces {
			out, start, spaces = append(out, line[start:i]), i, s
		}
	}
	if line != "" {
		out = append(out, line[start:])
	}
	return out
}

// breaks says whether a row may end at a rune.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// setter fills one row after the other.
type setter struct {
	rows  []textRow
	row   textRow
	used  float32   // of the row
	word  []textRun // parts of a word that has not ended, each with its width
	room  float32   // width of a row
	wraps bool
	goes  bool // the row goes on from the one before
}

// line adds a line of one style to the paragraph.
func (s *setter) line(style textRun, line string) {
	if !s.wraps || line == "" {
		s.add(style, line)
		return
	}
	for _, part := range words(line) {
		run := style
		run.text, run.width = part, widthOf(part, style)
		if !breaks([]rune(part)[0]) {
			s.word = append(s.word, run)
			continue
		}
		s.flush()
		if s.used > 0 || !s.goes { // the spaces between two rows are not shown
			s.add(run, part)
			s.used += run.width
		}
	}
}

// flush puts the word into the row, or into the next where it is too wide.
func (s *setter) flush() {
	wide := float32(0)
	for _, part := range s.word {
		wide += part.width
	}
	if s.used > 0 && s.used+wide > s.room {
		s.broken()
	}
	for _, part := range s.word {
		s.put(part)
	}
	s.word = s.word[:0]
}

// put adds a part of a word, broken between letters where it is wider than a
// whole row.
func (s *setter) put(part textRun) {
	for s.used+part.width > s.room {
		letters := []rune(part.text)
		n := sort.Search(len(letters), func(i int) bool { return s.used+measure(string(letters[:i+1]), part).Width > s.room })
		if n == 0 && s.used > 0 {
			s.broken()
			continue
		}
		if n = max(n, 1); n >= len(letters) { // at least a letter in each row
			break
		}
		s.add(part, string(letters[:n]))
		s.broken()
		part.text = string(letters[n:])
		part.width = measure(part.text, part).Width
	}
	s.add(part, part.text)
	s.used += part.width
}

// add puts text at the end of the row, in the last run if that has its style.
func (s *setter) add(style textRun, text string) {
	if n := len(s.row.runs); n > 0 {
		last := &s.row.runs[n-1]
		if last.role == style.role && last.size == style.size && last.style == style.style {
			last.text += text
			return
		}
	}
	style.text = text
	s.row.runs = append(s.row.runs, style)
}

// end ends the paragraph.
func (s *setter) end() {
	s.flush()
	s.broken()
	s.goes = false
}

// broken measures the row and begins another that goes on from it.
func (s *setter) broken() {
	if n := len(s.row.runs); n > 0 && s.wraps {
		s.row.runs[n-1].text = strings.TrimRightFunc(s.row.runs[n-1].text, breaks)
	}
	s.row.measure()
	s.rows, s.row, s.used = append(s.rows, s.row), textRow{}, 0
	s.goes = true
}

func (r *textRow) measure() {
	r.width, r.height, r.baseline = 0, 0, 0
	for i := range r.runs {
		run := &r.runs[i]
		var size fyne.Size
		size, run.baseline = fyne.CurrentApp().Driver().RenderedTextSize(run.text, run.size, run.style, nil)
		run.width, run.height = size.Width, size.Height
		r.width += run.width
		r.baseline = max(r.baseline, run.baseline)
	}
	for _, run := range r.runs {
		r.height = max(r.height, r.baseline-run.baseline+run.height)
	}
}

// cut ends the row with … where it is wider than width.
func (r *textRow) cut(width float32) {
	if r.width <= width {
		return
	}
	for i := range r.runs {
		run := &r.runs[i]
		dots := measure("…", *run).Width
		if i < len(r.runs)-1 && run.width+dots <= width {
			width -= run.width
			continue
		}
		letters := []rune(run.text)
		n := sort.Search(len(letters), func(i int) bool { return measure(string(letters[:i+1])+"…", *run).Width > width })
		run.text = string(letters[:n]) + "…"
		r.runs = r.runs[:i+1]
		break
	}
	r.measure()
}

func measure(text string, style textRun) fyne.Size {
	return fyne.MeasureText(text, style.size, style.style)
}

// wordKey is what the width of a word depends on.
type wordKey struct {
	word  string
	size  float32
	style fyne.TextStyle
}

// wordWidths are the words measured so far. The toolkit forgets what it
// measured after a minute.
var wordWidths = map[wordKey]float32{}

// keptWords bounds them; a ten-year journal has some thousand different words.
const keptWords = 20000

func widthOf(word string, style textRun) float32 {
	key := wordKey{word, style.size, style.style}
	w, ok := wordWidths[key]
	if !ok {
		if len(wordWidths) >= keptWords {
			clear(wordWidths)
		}
		w = measure(word, style).Width
		wordWidths[key] = w
	}
	return w
}
