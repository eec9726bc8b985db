package journal_test

import (
	"encoding/json"
	"errors"
	"testing"

	"skinward/app/journal"
)

func TestMaybe(t *testing.T) {
	var none journal.Maybe[float64]
	zero := journal.Some(0.0)
	if v, ok := none.Get(); ok || v != 0 || none.IsSet() || !none.IsZero() || none.Or(7) != 7 {
		t.Error("nothing recorded is taken for something")
	}
	if v, ok := zero.Get(); !ok || v != 0 || !zero.IsSet() || zero.IsZero() || zero.Or(7) != 0 {
		t.Error("a recorded 0 is taken for nothing")
	}
	if none == zero {
		t.Error("nothing equals 0")
	}
}

func TestMaybeJSON(t *testing.T) {
	type holder struct {
		V journal.Maybe[float64] `json:"v"`
		W journal.Maybe[float64] `json:"w,omitzero"`
	}
	for text, want := range map[string]holder{
		`{"v":null}`:        {},
		`{"v":0}`:           {V: journal.Some(0.0)},
		`{"v":2.5,"w":0}`:   {V: journal.Some(2.5), W: journal.Some(0.0)},
		`{"v":null,"w":-1}`: {W: journal.Some(-1.0)},
	} {
		var h holder
		if err := json.Unmarshal([]byte(text), &h); err != nil || h != want {
			t.Errorf("%s is %v, %v", text, h, err)
		}
		if b, err := json.Marshal(want); err != nil || string(b) != text {
			t.Errorf("%v is written %s, %v, want %s", want, b, err, text)
		}
	}
	h := holder{V: journal.Some(3.0)}
	if err := json.Unmarshal([]byte(`{"v": null }`), &h); err != nil || h.V.IsSet() {
		t.Errorf("null leaves %v, %v", h.V, err)
	}
	if err := json.Unmarshal([]byte(`{"v":"3"}`), &h); err == nil {
		t.Error("text was read as a number")
	}
}

func TestState(t *testing.T) {
	for s, text := range map[journal.State]string{journal.Unknown: "", journal.Yes: "yes", journal.No: "no"} {
		var back journal.State
		b, err := s.MarshalText()
		if err != nil || string(b) != text || s.String() != text {
			t.Errorf("%d is written %q, %v", s, b, err)
		}
		if err := back.UnmarshalText(b); err != nil || back != s {
			t.Errorf("%q is read as %d, %v", text, back, err)
		}
	}
	var s journal.State
	if err := s.UnmarshalText([]byte("maybe")); !errors.Is(err, &journal.Error{Code: journal.CodeChoice}) || s != journal.Unknown {
		t.Errorf("a fourth state is read as %d, %v", s, err)
	}
	if journal.StateOf(true) != journal.Yes || journal.StateOf(false) != journal.No {
		t.Error("StateOf")
	}
}
