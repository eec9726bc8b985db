package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Bounds of what is read, so that a hostile file cannot fill the memory.
const (
	MaxBytes  = 256 << 20 // a file
	MaxLine   = 1 << 20   // a row, quoted line breaks included
	MaxRows   = 1_000_000
	MaxFaults = 10_000
	maxCells  = 256
)

// errStop ends the reading of a file after a fault that leaves no way to know
// where the next row begins.
var errStop = errors.New("stop")

// scanner cuts a file into rows of cells. It is lenient where programs differ
// (CR, LF or both; blanks around cells; quotes inside bare cells) and strict
// where meaning would be guessed.
type scanner struct {
	r     *bufio.Reader
	delim byte
	line  int // line on which the next row begins
	buf   []byte
	ends  []int
	cells [][]byte
	read  int64
}

// openText wraps r so that it yields UTF-8 without a byte-order mark. Text in
// UTF-16 is recognised by its mark; other encodings show up as faults.
func openText(r io.Reader) (*bufio.Reader, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(4)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		_, err := br.Discard(3)
		return br, err
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		dec := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return bufio.NewReaderSize(transform.NewReader(br, dec), 64<<10), nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil, Fault{1, "this is a spreadsheet or zip file; save the table as CSV first"}
	case bytes.HasPrefix(head, []byte{0x1F, 0x8B}):
		return nil, Fault{1, "this file is compressed; unpack it first"}
	}
	return br, nil
}

func (s *scanner) byte() (byte, error) {
	b, err := s.r.ReadByte()
	if err != nil {
		return 0, err
	}
	if s.read++; s.read > MaxBytes {
		return 0, Fault{s.line, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20)}
	}
	return b, nil
}

// next returns the cells of the next row and the line it begins on; they are
// valid until the following call. The error is io.EOF at the end, a Fault for
// a row that must be left out, errStop joined to a Fault when nothing after it
// can be trusted, or what the reader returned.
func (s *scanner) next() (cells [][]byte, line int, err error) {
	line = s.line
	s.buf, s.ends = s.buf[:0], s.ends[:0]
	start := true // at the beginning of a cell, blanks aside
	any := false
	var fault error
	end := func() {
		if len(s.ends) < maxCells {
			s.ends = append(s.ends, len(s.buf))
		}
		start = true
	}
	for {
		b, err := s.byte()
		if err == io.EOF {
			if !any {
				return nil, line, io.EOF
			}
			end()
			return s.split(), line, fault
		}
		if err != nil {
			return nil, line, err
		}
		any = true
		switch {
		case b == '\n' || b == '\r':
			if b == '\r' {
				s.skipLineFeed()
			}
			s.line++
			end()
			return s.split(), line, fault
		case b == s.delim:
			end()
		case b == '"' && start:
			if err := s.quote(line); err != nil {
				return nil, line, err
			}
			if tail, err := s.afterQuote(); err != nil {
				return nil, line, err
			} else if tail && fault == nil {
				fault = Fault{line, "text follows a closing quote"}
			}
			start = false
		case start && (b == ' ' || b == '\t'):
		default:
			start = false
			if len(s.buf) >= MaxLine {
				fault = Fault{line, fmt.Sprintf("the line is longer than %d characters", MaxLine)}
				continue
			}
			s.buf = append(s.buf, b)
		}
	}
}

// quote reads a quoted cell up to and including its closing quote.
func (s *scanner) quote(line int) error {
	begun := s.line
	for {
		b, err := s.byte()
		if err == io.EOF || len(s.buf) >= MaxLine {
			return errors.Join(errStop, Fault{begun, "a quote that opens here is never closed"})
		}
		if err != nil {
			return err
		}
		switch b {
		case '"':
			if p, _ := s.r.Peek(1); len(p) == 1 && p[0] == '"' {
				if _, err := s.byte(); err != nil {
					return err
				}
				s.buf = append(s.buf, '"')
				continue
			}
			return nil
		case '\r':
			s.skipLineFeed()
			b = '\n'
			fallthrough
		case '\n':
			s.line++
		}
		s.buf = append(s.buf, b)
	}
}

// afterQuote skips to the end of the cell without taking the delimiter, and
// reports whether anything but blanks was there.
func (s *scanner) afterQuote() (tail bool, err error) {
	for {
		p, err := s.r.Peek(1)
		if err != nil {
			return tail, nil // the caller meets it at its next read
		}
		if p[0] == s.delim || p[0] == '\n' || p[0] == '\r' {
			return tail, nil
		}
		if p[0] != ' ' && p[0] != '\t' {
			tail = true
		}
		if _, err := s.byte(); err != nil {
			return tail, err
		}
	}
}

func (s *scanner) skipLineFeed() {
	if p, _ := s.r.Peek(1); len(p) == 1 && p[0] == '\n' {
		_, _ = s.byte()
	}
}

func (s *scanner) split() [][]byte {
	s.cells = s.cells[:0]
	from := 0
	for _, to := range s.ends {
		s.cells = append(s.cells, bytes.TrimRight(s.buf[from:to], " \t"))
		from = to
	}
	return s.cells
}
