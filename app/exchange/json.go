package exchange

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"skinward/app/journal"
)

// The head of a JSON file.
const (
	jsonFormat  = "skinward-journal"
	JSONVersion = 1
)

// Complete is everything a journal says, without the pictures themselves.
type Complete struct {
	Written  time.Time // when the file was made
	Settings journal.Settings
	Records  journal.Log
}

// WriteJSON writes a journal with every field of every record, one record a
// line, under a format name and a version:
//
//	{"format":"skinward-journal","version":1,"written":…,"settings":{…},"records":[
//	{"kind":"meal","record":{…}},
//	…
//	]}
func WriteJSON(w io.Writer, c Complete) error {
	out := bufio.NewWriterSize(w, 64<<10)
	settings, err := json.Marshal(c.Settings)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\"format\":%q,\"version\":%d,\"written\":%q,\"settings\":%s,\"records\":[", jsonFormat, JSONVersion, c.Written.Format(time.RFC3339), settings)
	for i, r := range c.Records {
		b, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(out, "\n{\"kind\":%q,\"record\":", r.Kind())
		out.Write(b)
		out.WriteByte('}')
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

// IsJSON reports whether the beginning of a file is that of a JSON file rather
// than of a table.
func IsJSON(head []byte) bool {
	for _, b := range head {
		switch b {
		case ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF:
			continue
		}
		return b == '{' || b == '['
	}
	return false
}

// ReadJSON reads what WriteJSON wrote. A file of a newer version, or one that
// holds an invalid record, is refused with a *Faults; nothing of it should be
// imported then. Records are numbered as lines are: the first has number 2.
func ReadJSON(r io.Reader) (Complete, error) {
	c := Complete{Settings: journal.DefaultSettings()}
	br, err := openText(r)
	if err != nil {
		return c, asFaults(err, 1)
	}
	limited := &io.LimitedReader{R: br, N: MaxBytes + 1}
	d := jsonReader{dec: json.NewDecoder(limited), out: &c, seen: map[journal.ID]bool{}}
	if err := d.file(); err != nil {
		if limited.N <= 0 {
			err = fmt.Errorf("the file is larger than %d MB", MaxBytes>>20)
		}
		d.faults.add(d.line(), err.Error())
	}
	if len(d.faults.List) > 0 {
		return Complete{}, &d.faults
	}
	return c, nil
}

func asFaults(err error, line int) error {
	if f, ok := err.(Fault); ok {
		return &Faults{List: []Fault{f}}
	}
	return fmt.Errorf("line %d: %w", line, err)
}

type jsonReader struct {
	dec     *json.Decoder
	out     *Complete
	faults  Faults
	seen    map[journal.ID]bool
	n       int // records begun
	format  string
	version int
}

func (d *jsonReader) line() int { return d.n + 1 }

func (d *jsonReader) file() error {
	if err := d.want(json.Delim('{')); err != nil {
		return err
	}
	for d.dec.More() {
		t, err := d.dec.Token()
		if err != nil {
			return cleanJSON(err)
		}
		switch t {
		case "format":
			err = d.dec.Decode(&d.format)
		case "version":
			err = d.dec.Decode(&d.version)
		case "written":
			err = d.dec.Decode(&d.out.Written)
		case "settings":
			if err = d.dec.Decode(&d.out.Settings); err == nil {
				err = d.out.Settings.Validate()
			}
		case "records":
			if err := d.head(); err != nil {
				return err
			}
			err = d.records()
		default:
			var skip json.RawMessage
			err = d.dec.Decode(&skip)
		}
		if err != nil {
			return cleanJSON(err)
		}
	}
	return d.head()
}

// head refuses what is not ours before any record is read.
func (d *jsonReader) head() error {
	switch {
	case d.format != jsonFormat:
		return fmt.Errorf("this JSON file is not a Skinward journal")
	case d.version > JSONVersion:
		return fmt.Errorf("the file has version %d; this Skinward reads up to version %d", d.version, JSONVersion)
	case d.version < 1:
		return fmt.Errorf("the file does not tell its version")
	}
	return nil
}

func (d *jsonReader) want(delim json.Delim) error {
	t, err := d.dec.Token()
	if err != nil {
		return cleanJSON(err)
	}
	if t != delim {
		return fmt.Errorf("this JSON file is not a Skinward journal")
	}
	return nil
}

func (d *jsonReader) records() error {
	if err := d.want(json.Delim('[')); err != nil {
		return err
	}
	for d.dec.More() {
		d.n++
		if d.n > MaxRows {
			return fmt.Errorf("the file has more than %d records", MaxRows)
		}
		var item struct {
			Kind   journal.Kind    `json:"kind"`
			Record json.RawMessage `json:"record"`
		}
		if err := d.dec.Decode(&item); err != nil {
			return err
		}
		if err := d.record(item.Kind, item.Record); err != nil {
			d.faults.add(d.line(), err.Error())
		}
	}
	_, err := d.dec.Token()
	return err
}

func (d *jsonReader) record(kind journal.Kind, raw json.RawMessage) error {
	r := journal.New(kind)
	if r == nil {
		return fmt.Errorf("%q is not a kind of record", clip(string(kind)))
	}
	if len(raw) == 0 || raw[0] != '{' {
		return fmt.Errorf("the %s has no content", kind)
	}
	if err := json.Unmarshal(raw, r); err != nil {
		return cleanJSON(err)
	}
	if err := r.Validate(); err != nil {
		return fmt.Errorf("%s: %w", kind, err)
	}
	id := r.Base().ID
	switch {
	case id == "" || len(id) > 64:
		return fmt.Errorf("%s: the record has no usable id", kind)
	case d.seen[id]:
		return fmt.Errorf("%s: the id %s occurs twice", kind, id)
	}
	d.seen[id] = true
	d.out.Records = append(d.out.Records, r)
	return nil
}

// cleanJSON shortens the messages of the decoder to what helps a reader.
func cleanJSON(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("the file ends in the middle; it is not complete")
	}
	return err
}
