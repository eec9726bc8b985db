package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"skinward/app/exchange"
	"skinward/app/journal/journaltest"
)

func BenchmarkParse100k(b *testing.B) {
	in := journaltest.CSV(100_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlan100k(b *testing.B) {
	f := parse(b, journaltest.CSV(100_000))
	b.ReportAllocs()
	for b.Loop() {
		if p := exchange.NewPlan(f, nil, options()); p.Report.Added != 100_000 {
			b.Fatal(p.Report)
		}
	}
}

func BenchmarkPlanAgain100k(b *testing.B) {
	f := parse(b, journaltest.CSV(100_000))
	there := exchange.NewPlan(f, nil, options()).Records
	b.ReportAllocs()
	for b.Loop() {
		if p := exchange.NewPlan(f, there, options()); p.Report.Added != 0 {
			b.Fatal(p.Report)
		}
	}
}

func BenchmarkWriteCSV100k(b *testing.B) {
	log := exchange.NewPlan(parse(b, journaltest.CSV(100_000)), nil, options()).Records
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if _, err := exchange.WriteCSV(&out, log); err != nil {
			b.Fatal(err)
		}
	}
}
