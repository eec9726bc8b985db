package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"skinward/app/journal"
)

// ParseOptions steer the reading of a file.
type ParseOptions struct {
	// DateOrder tells the order of local dates when the file itself cannot.
	DateOrder DateOrder
	// Progress, when not nil, is called now and then with the bytes read.
	Progress func(read int64)
}

// File is a diary as it was read: nothing of it is in a journal yet.
type File struct {
	Rows    []Row    // in the order of the file
	Empty   int      // rows that say nothing, such as "none" with 0
	Notices []string // what was done about oddities, in words
}

// Parse reads a diary in the long CSV format. The error is a *Faults when the
// file holds anything that cannot be imported; then nothing of it should be.
// Other errors come from the reader.
func Parse(r io.Reader, o ParseOptions) (File, error) {
	p := parser{opts: o, senses: map[string]sense{}, words: map[string]string{}, slots: journal.Slots()}
	err := p.run(r)
	var stop Fault
	switch {
	case err == nil:
	case errors.As(err, &stop):
		p.faults.add(stop.Line, stop.Text)
	default:
		return File{}, err
	}
	if len(p.faults.List) == 0 {
		p.decide()
	}
	if len(p.faults.List) > 0 {
		return File{}, &p.faults
	}
	return p.file, nil
}

type parser struct {
	opts   ParseOptions
	head   header
	file   File
	faults Faults
	senses map[string]sense
	words  map[string]string // every text once
	slots  []journal.Slot

	lastDate string
	lastDay  journal.Day

	keyBuf []byte

	dates   []pendingDate
	numbers []pendingNumber
	style   [3]int // line that first showed each number style, 0 for none
}

// pendingDate is a local date that waits for the rest of the file.
type pendingDate struct {
	row  int
	date localDate
}

// pendingNumber is a value that reads two ways until the file's style is known.
type pendingNumber struct {
	row        int
	text       string
	v, grouped float64
	sense      sense
}

func (p *parser) run(r io.Reader) error {
	br, err := openText(r)
	if err != nil {
		return err
	}
	s := &scanner{r: br, delim: ',', line: 1}
	if err := p.readHead(s); err != nil {
		return err
	}
	for {
		cells, line, err := s.next()
		if err == io.EOF {
			return nil
		}
		if cells == nil {
			return err
		}
		if blank(cells) && err == nil {
			continue
		}
		if err == nil {
			err = p.row(cells, line)
		}
		var f Fault
		switch {
		case err == nil:
		case errors.As(err, &f):
			p.faults.add(f.Line, f.Text)
		default:
			p.faults.add(line, err.Error())
		}
		if len(p.file.Rows) > MaxRows {
			return Fault{line, fmt.Sprintf("the file has more than %d rows; split it", MaxRows)}
		}
		if p.opts.Progress != nil && len(p.file.Rows)%4096 == 0 {
			p.opts.Progress(s.read)
		}
	}
}

// readHead settles delimiter and columns. The first line may be the "sep=;"
// that spreadsheets write.
func (p *parser) readHead(s *scanner) error {
	peek, err := s.r.Peek(32 << 10)
	if err != nil && err != io.EOF {
		return err
	}
	if len(bytes.TrimSpace(peek)) == 0 {
		return Fault{1, "the file is empty"}
	}
	first := firstLine(peek)
	if len(first) == 5 && bytes.EqualFold(first[:4], []byte("sep=")) {
		s.delim = first[4]
		if s.delim == '"' || s.delim == '\r' || s.delim == '\n' {
			return Fault{1, "this delimiter cannot be used"}
		}
		if _, _, err := s.next(); err != nil && err != io.EOF {
			return err
		}
	} else {
		s.delim = delimiter(firstLine(bytes.TrimLeft(peek, "\r\n \t")))
	}
	for {
		cells, line, err := s.next()
		if err == io.EOF {
			return Fault{line, "the file is empty"}
		}
		if err != nil {
			return err
		}
		if blank(cells) {
			continue
		}
		if bytes.IndexByte(bytes.Join(cells, nil), 0) >= 0 {
			return Fault{line, "the file holds NUL bytes; save it as UTF-8 text"}
		}
		if p.head, err = readHeader(cells); err != nil {
			return Fault{line, err.Error()}
		}
		break
	}
	for _, u := range p.head.unknown {
		p.notice("column %q is not part of the format and was left out", u)
	}
	return nil
}

// row reads one row; the error is a phrase without the line.
func (p *parser) row(cells [][]byte, line int) error {
	if len(cells) > p.head.cells && !blank(cells[p.head.cells:]) {
		return fmt.Errorf("%d cells where the header names %d; put text with the delimiter, and numbers with a decimal comma, in quotes", len(cells), p.head.cells)
	}
	r := Row{Line: line}
	local, err := p.when(cells, &r)
	if err != nil {
		return err
	}
	s, err := p.sense(cells)
	if err != nil {
		return err
	}
	if err := p.extras(cells, &r); err != nil {
		return err
	}
	skip, err := p.value(cell(cells, p.head.value), s, &r)
	if err != nil {
		return err
	}
	if skip {
		p.file.Empty++
		return nil
	}
	if local != (localDate{}) {
		p.dates = append(p.dates, pendingDate{len(p.file.Rows), local})
	}
	if len(p.file.Rows) == cap(p.file.Rows) { // rows are large: copy them seldom
		p.file.Rows = slices.Grow(p.file.Rows, len(p.file.Rows)+1024)
	}
	p.file.Rows = append(p.file.Rows, r)
	return nil
}

// when reads date and time.
func (p *parser) when(cells [][]byte, r *Row) (local localDate, err error) {
	c := cell(cells, p.head.date)
	if len(c) == 0 {
		return local, errors.New("date is empty")
	}
	if len(p.lastDate) > 0 && string(c) == p.lastDate { // diaries go day by day
		r.Day = p.lastDay
	} else {
		text := string(c)
		if r.Day, r.Clock, local, err = readDate(text); err != nil {
			return local, fmt.Errorf("date %q %w", clip(text), err)
		}
		if local == (localDate{}) && r.Clock.IsZero() {
			p.lastDate, p.lastDay = text, r.Day
		}
	}
	if t := cell(cells, p.head.time); len(t) > 0 {
		base := r.Day
		if local != (localDate{}) { // the day is not known yet: a bare time fits any
			base = journal.Day{Year: 2000, Month: 1, Day: 1}
		}
		if r.Clock, err = readClock(string(t), base); err != nil {
			return local, err
		}
	}
	return local, nil
}

func (p *parser) sense(cells [][]byte) (sense, error) {
	b := p.keyBuf[:0]
	for _, i := range [3]int{p.head.kind, p.head.name, p.head.unit} {
		b = append(append(b, cell(cells, i)...), 0xFF) // never part of UTF-8
	}
	p.keyBuf = b
	if s, ok := p.senses[string(b)]; ok {
		return s, nil
	}
	s, err := makeSense(string(cell(cells, p.head.kind)), string(cell(cells, p.head.name)), string(cell(cells, p.head.unit)))
	if err != nil {
		return s, err
	}
	p.senses[string(b)] = s
	return s, nil
}

// extras reads note, slot, portion and source.
func (p *parser) extras(cells [][]byte, r *Row) error {
	if c := cell(cells, p.head.note); len(c) > 0 {
		r.Note = p.word(c)
		if err := checkCell("note", r.Note, journal.MaxNote); err != nil {
			return err
		}
	}
	if c := cell(cells, p.head.slot); len(c) > 0 {
		r.Slot = journal.Slot(strings.ToLower(p.word(c)))
		if !slices.Contains(p.slots, r.Slot) {
			return fmt.Errorf("slot %q is not breakfast, lunch, dinner, snack or drink", clip(string(c)))
		}
	}
	if c := cell(cells, p.head.portion); len(c) > 0 {
		switch r.Portion = journal.Portion(strings.ToLower(p.word(c))); r.Portion {
		case journal.Small, journal.Usual, journal.Large:
		default:
			return fmt.Errorf("portion %q is not small, usual or large", clip(string(c)))
		}
	}
	if c := cell(cells, p.head.source); len(c) > 0 {
		switch r.Source = journal.Source(strings.ToLower(p.word(c))); r.Source {
		case journal.Entered, journal.Remembered, journal.Imported:
		default:
			return fmt.Errorf("source %q is not entered, remembered or imported", clip(string(c)))
		}
	}
	return nil
}

// value reads the value cell.
func (p *parser) value(c []byte, s sense, r *Row) (skip bool, err error) {
	if len(c) == 0 {
		if !s.free {
			return false, errors.New("value is empty")
		}
		r.Kind, r.Name, r.Unit = s.kind, s.name, s.unit
		if s.kind == KindNote && r.Note == "" {
			return false, errors.New("note is empty")
		}
		return false, nil
	}
	if s.kind == KindNote {
		return false, errors.New("a note takes no value; its text belongs in the note column")
	}
	var v, grouped float64
	if len(c) == 1 && c[0] >= '0' && c[0] <= '9' {
		v = float64(c[0] - '0')
	} else {
		var shows style
		var ambiguous bool
		text := string(c)
		if v, grouped, shows, ambiguous, err = readNumber(text); err != nil {
			return false, err
		}
		if shows != undecided && p.style[shows] == 0 {
			p.style[shows] = r.Line
		}
		if ambiguous {
			r.Kind, r.Name = s.kind, s.name
			p.numbers = append(p.numbers, pendingNumber{len(p.file.Rows), text, v, grouped, s})
			return false, nil
		}
	}
	return s.apply(r, v)
}

// word returns the text of a cell, stored once however often it occurs.
func (p *parser) word(b []byte) string {
	if w, ok := p.words[string(b)]; ok {
		return w
	}
	w := string(b)
	if len(w) <= 64 && len(p.words) < 100_000 {
		p.words[w] = w
	}
	return w
}

func (p *parser) notice(format string, args ...any) {
	p.file.Notices = append(p.file.Notices, fmt.Sprintf(format, args...))
}

func blank(cells [][]byte) bool {
	for _, c := range cells {
		if len(c) > 0 {
			return false
		}
	}
	return true
}

func firstLine(b []byte) []byte {
	if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
		return b[:i]
	}
	return b
}
