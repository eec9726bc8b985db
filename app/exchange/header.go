package exchange

import (
	"bytes"
	"fmt"
	"strings"
)

// column is the place of a column in a file, -1 when it is not there.
type header struct {
	date, time, kind, name, value, unit, note, slot, portion, source int

	cells   int
	unknown []string
}

// spellings of columns that mean the same.
var columnNames = map[string]string{"day": "date", "notes": "note", "units": "unit"}

// readHeader finds out which columns a file has.
func readHeader(cells [][]byte) (header, error) {
	h := header{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, len(cells), nil}
	at := map[string]*int{
		"date": &h.date, "time": &h.time, "kind": &h.kind, "name": &h.name, "value": &h.value,
		"unit": &h.unit, "note": &h.note, "slot": &h.slot, "portion": &h.portion, "source": &h.source,
	}
	for i, c := range cells {
		name := strings.ToLower(string(c))
		if n, ok := columnNames[name]; ok {
			name = n
		}
		p, ok := at[name]
		switch {
		case name == "":
		case !ok:
			h.unknown = append(h.unknown, clip(string(c)))
		case *p >= 0:
			return h, fmt.Errorf("the header names %q twice", name)
		default:
			*p = i
		}
	}
	var missing []string
	if h.date < 0 {
		missing = append(missing, "date")
	}
	if h.value < 0 {
		missing = append(missing, "value")
	}
	if h.kind < 0 && h.name < 0 {
		missing = append(missing, "kind or name")
	}
	if len(missing) > 0 {
		return h, fmt.Errorf("the header must name date, value, and kind or name; missing: %s", strings.Join(missing, ", "))
	}
	return h, nil
}

// cell returns the cell of column i, empty when the file or row has none.
func cell(cells [][]byte, i int) []byte {
	if i < 0 || i >= len(cells) {
		return nil
	}
	return cells[i]
}

// delimiter chooses between comma, semicolon and tab by the header line: the
// one that yields the columns that are needed, else the most frequent.
func delimiter(line []byte) byte {
	best, most := byte(','), -1
	for _, d := range []byte{',', ';', '\t'} {
		var cells [][]byte
		for _, c := range bytes.Split(line, []byte{d}) {
			cells = append(cells, bytes.Trim(c, " \t\""))
		}
		if _, err := readHeader(cells); err == nil {
			return d
		}
		if n := len(cells); n > most {
			best, most = d, n
		}
	}
	return best
}

// clip shortens what a file says for use in a message.
func clip(s string) string {
	r := []rune(strings.ToValidUTF8(s, "\uFFFD"))
	if len(r) > 40 {
		r = append(r[:40], '…')
	}
	return string(r)
}
