package exchange_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"skinward/app/exchange"
	"skinward/app/journal"
)

// diary writes a diary of n rows: ten foods a day and the usual numbers.
func diary(n int) string {
	var b strings.Builder
	b.WriteString("date,time,kind,name,value,unit,note\n")
	for i := range n {
		day := journal.DayNumbered(15_000 + i/15)
		switch j := i % 15; j {
		case 10:
			fmt.Fprintf(&b, "%s,,skin,severity,%d,,\n", day, i%10)
		case 11:
			fmt.Fprintf(&b, "%s,,stress,stress,%d,,\n", day, i%10)
		case 12:
			fmt.Fprintf(&b, "%s,,sleep,hours,%d.5,,\n", day, 5+i%4)
		case 13:
			fmt.Fprintf(&b, "%s,,water,glasses,%d,,\n", day, i%9)
		case 14:
			fmt.Fprintf(&b, "%s,,stool,bristol,%d,,\n", day, 1+i%7)
		default:
			fmt.Fprintf(&b, "%s,,food,food_%03d,1,,\n", day, (i*7+j*13)%200)
		}
	}
	return b.String()
}

func BenchmarkParse100k(b *testing.B) {
	in := diary(100_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := exchange.Parse(strings.NewReader(in), exchange.ParseOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlan100k(b *testing.B) {
	f := parse(b, diary(100_000))
	b.ReportAllocs()
	for b.Loop() {
		if p := exchange.NewPlan(f, nil, options()); p.Report.Added != 100_000 {
			b.Fatal(p.Report)
		}
	}
}

func BenchmarkPlanAgain100k(b *testing.B) {
	f := parse(b, diary(100_000))
	there := exchange.NewPlan(f, nil, options()).Records
	b.ReportAllocs()
	for b.Loop() {
		if p := exchange.NewPlan(f, there, options()); p.Report.Added != 0 {
			b.Fatal(p.Report)
		}
	}
}

func BenchmarkWriteCSV100k(b *testing.B) {
	log := exchange.NewPlan(parse(b, diary(100_000)), nil, options()).Records
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if _, err := exchange.WriteCSV(&out, log); err != nil {
			b.Fatal(err)
		}
	}
}
