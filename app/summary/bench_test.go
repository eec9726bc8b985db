package summary_test

import (
	"bytes"
	"testing"

	"skinward/app/summary"
)

// tenYears is page 1 of one year out of a journal of ten.
func tenYears(b testing.TB) summary.Input {
	in := patient(b, 3650)
	in.From = last.Add(-364)
	return in
}

// BenchmarkPreview is from a click to the painted first page; the promise is
// 300 ms.
func BenchmarkPreview(b *testing.B) {
	in := tenYears(b)
	for b.Loop() {
		build(b, in).Layout(summary.A4).Raster(0, 1000)
	}
}

// BenchmarkPDF is from a click to the bytes of the file; the promise is
// 500 ms.
func BenchmarkPDF(b *testing.B) {
	in := tenYears(b)
	for b.Loop() {
		var out bytes.Buffer
		if err := build(b, in).PDF(&out, summary.A4); err != nil {
			b.Fatal(err)
		}
	}
}

func TestPDFOutOfTenYearsIsSmall(t *testing.T) {
	var out bytes.Buffer
	if err := build(t, tenYears(t)).PDF(&out, summary.A4); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 400_000 {
		t.Errorf("the PDF takes %d bytes", out.Len())
	}
}
