package journal

import (
	"bytes"
	"encoding/json"
)

// Maybe is a value or "not recorded". Its zero value is not recorded, and it
// is null in JSON: an empty field is never mistaken for 0.
type Maybe[T any] struct {
	value T
	set   bool
}

// Some returns a recorded v.
func Some[T any](v T) Maybe[T] { return Maybe[T]{v, true} }

// Get returns the value and whether there is one.
func (m Maybe[T]) Get() (T, bool) { return m.value, m.set }

// IsSet reports whether there is a value.
func (m Maybe[T]) IsSet() bool { return m.set }

// Or returns the value, or v when nothing is recorded.
func (m Maybe[T]) Or(v T) T {
	if m.set {
		return m.value
	}
	return v
}

// IsZero lets JSON leave out what is not recorded (tag omitzero).
func (m Maybe[T]) IsZero() bool { return !m.set }

// MarshalJSON writes the value or null.
func (m Maybe[T]) MarshalJSON() ([]byte, error) {
	if !m.set {
		return []byte("null"), nil
	}
	return json.Marshal(m.value)
}

// UnmarshalJSON reads a value or null.
func (m *Maybe[T]) UnmarshalJSON(b []byte) error {
	if bytes.Equal(bytes.TrimSpace(b), []byte("null")) {
		*m = Maybe[T]{}
		return nil
	}
	if err := json.Unmarshal(b, &m.value); err != nil {
		return err
	}
	m.set = true
	return nil
}

// State is the answer to a yes-or-no question, which may be open.
type State int8

// The three states. The zero State is Unknown: not recorded.
const (
	Unknown State = iota
	Yes
	No
)

// StateOf returns Yes for true and No for false.
func StateOf(b bool) State {
	if b {
		return Yes
	}
	return No
}

// String returns "yes", "no" or "".
func (s State) String() string {
	switch s {
	case Yes:
		return "yes"
	case No:
		return "no"
	}
	return ""
}

// MarshalText writes String.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "yes", "no" or "".
func (s *State) UnmarshalText(b []byte) error {
	switch string(b) {
	case "yes":
		*s = Yes
	case "no":
		*s = No
	case "":
		*s = Unknown
	default:
		return &Error{Code: CodeChoice, Field: "state", Value: string(b)}
	}
	return nil
}
