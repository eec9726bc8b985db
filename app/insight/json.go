package insight

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"strconv"
)

// WriteJSON writes an array with one object per finding, in the order given
// and with the fields in a fixed order. Numbers have at most 12 digits; what
// does not exist is null.
//
//	outcome, factor  names as imported or typed
//	kind             food, food_group, supplement, probiotic, stress, sleep,
//	                 water, stool, cycle, tracker, practice, nutrient
//	family           S suspects, G food groups, F foods and supplements, C context
//	family_size      comparisons corrected together
//	grade            strong, moderate, hint, no_important_effect, cant_tell,
//	                 not_enough_data
//	direction        worse, better or ""
//	shape            response shape with the largest |t|: onset1, onset2,
//	                 onset3, mean1_3, mean4_7, mean1_14; "" when not tested
//	window           [first, last] day after, of effect and plain means
//	effect           points of the outcome per day of the window; per unit for
//	                 numbers; for window [1,14] "every day against never"
//	low, high        95 % interval
//	p, q             merged over the shapes; corrected over the family
//	scale            effect × scale is what is said in words
//	wide_low, wide_high   interval of an early Strong or Moderate
//	days_with, days_without   recorded days of the grid with and without
//	n_after, n_otherwise      scored days behind mean_with and mean_without
//	skin_days        days with this outcome
//	smallest_visible the effect this record could have shown
//	days_needed      further days with the factor that would settle it
//	lag_effects, lag_low, lag_high   days 0 … 7 from one joint fit
//	reason           code why there is no grade or no higher one, or ""
func WriteJSON(w io.Writer, findings []Finding) error {
	out := bufio.NewWriter(w)
	out.WriteString("[")
	for i, f := range findings {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n  ")
		out.Write(f.appendJSON(nil))
	}
	if len(findings) > 0 {
		out.WriteString("\n")
	}
	out.WriteString("]\n")
	return out.Flush()
}

// MarshalJSON writes the object of WriteJSON.
func (f Finding) MarshalJSON() ([]byte, error) { return f.appendJSON(nil), nil }

// object builds one JSON object with its fields in the order they are added.
type object struct{ buf []byte }

func (o *object) key(k string) {
	if len(o.buf) > 1 {
		o.buf = append(o.buf, ',')
	}
	o.buf = strconv.AppendQuote(o.buf, k)
	o.buf = append(o.buf, ':')
}

func (o *object) text(k, v string) {
	o.key(k)
	b, _ := json.Marshal(v) // a string always encodes
	o.buf = append(o.buf, b...)
}

func (o *object) whole(k string, v int) {
	o.key(k)
	o.buf = strconv.AppendInt(o.buf, int64(v), 10)
}

func (o *object) number(k string, v float64) {
	o.key(k)
	o.buf = appendNumber(o.buf, v)
}

func (o *object) numbers(k string, v []float64) {
	o.key(k)
	o.buf = append(o.buf, '[')
	for i, x := range v {
		if i > 0 {
			o.buf = append(o.buf, ',')
		}
		o.buf = appendNumber(o.buf, x)
	}
	o.buf = append(o.buf, ']')
}

// appendNumber writes 12 digits, which keeps the bytes equal on machines that
// round the last ones differently.
func appendNumber(b []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(b, "null"...)
	}
	if v == 0 {
		v = 0 // no minus zero
	}
	b = strconv.AppendFloat(b, v, 'g', 12, 64)
	return b
}

func (f Finding) appendJSON(b []byte) []byte {
	o := &object{append(b, '{')}
	o.text("outcome", f.Outcome)
	o.text("factor", f.Factor)
	o.text("kind", string(f.Kind))
	o.text("family", string(f.Family))
	o.whole("family_size", f.FamilySize)
	o.text("grade", string(f.Grade))
	o.text("direction", string(f.Direction))
	o.text("shape", f.Shape)
	o.numbers("window", []float64{float64(f.Window[0]), float64(f.Window[1])})
	o.number("effect", f.Effect)
	o.number("low", f.Low)
	o.number("high", f.High)
	o.number("p", f.P)
	o.number("q", f.Q)
	o.number("scale", f.Scale)
	o.number("wide_low", f.WideLow)
	o.number("wide_high", f.WideHigh)
	o.whole("days_with", f.DaysWith)
	o.whole("days_without", f.DaysWithout)
	o.whole("n_after", f.NAfter)
	o.whole("n_otherwise", f.NOtherwise)
	o.number("mean_with", f.MeanWith)
	o.number("mean_without", f.MeanWithout)
	o.whole("skin_days", f.SkinDays)
	o.number("smallest_visible", f.SmallestVisible)
	if f.DaysNeeded < 0 {
		o.number("days_needed", math.NaN())
	} else {
		o.whole("days_needed", f.DaysNeeded)
	}
	o.numbers("lag_effects", f.Lags.Effect)
	o.numbers("lag_low", f.Lags.Low)
	o.numbers("lag_high", f.Lags.High)
	o.text("reason", string(f.Reason))
	return append(o.buf, '}')
}
