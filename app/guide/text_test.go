package guide_test

import (
	"reflect"
	"strings"
	"testing"

	"skinward/app/guide"
)

func TestParseTextReadsWhatPagesUse(t *testing.T) {
	tests := []struct {
		name, in string
		want     []guide.Block
	}{
		{"two paragraphs", "one\nline\n\nnext", []guide.Block{
			{Spans: []guide.Span{{Text: "one line"}}}, {Spans: []guide.Span{{Text: "next"}}},
		}},
		{"heading", "## What is known", []guide.Block{{Kind: guide.Heading, Level: 2, Spans: []guide.Span{{Text: "What is known"}}}}},
		{"bullets", "- a\n- b\n  more", []guide.Block{
			{Kind: guide.Bullet, Spans: []guide.Span{{Text: "a"}}}, {Kind: guide.Bullet, Spans: []guide.Span{{Text: "b more"}}},
		}},
		{"numbers", "1. a\n2. b", []guide.Block{
			{Kind: guide.Numbered, Label: "1.", Spans: []guide.Span{{Text: "a"}}}, {Kind: guide.Numbered, Label: "2.", Spans: []guide.Span{{Text: "b"}}},
		}},
		{"styles", "a **b** *c* `d`", []guide.Block{{Spans: []guide.Span{
			{Text: "a "}, {Text: "b", Strong: true}, {Text: " "}, {Text: "c", Emph: true}, {Text: " "}, {Text: "d", Code: true},
		}}}},
		{"term and citation", "a [leak](#barrier) [R12]", []guide.Block{{Spans: []guide.Span{
			{Text: "a "}, {Text: "leak", Term: "barrier"}, {Text: " "}, {Source: "R12"},
		}}}},
		{"unclosed marks are text", "2 * 3 ** [x", []guide.Block{{Spans: []guide.Span{{Text: "2 * 3 ** [x"}}}}},
		{"an address is dropped", "see [site](https://example.org)", []guide.Block{{Spans: []guide.Span{{Text: "see "}, {Text: "site"}}}}},
		{"table", "| a | b |\n| --- | --- |\n| 1 | 2 |", []guide.Block{
			{Kind: guide.Row, Head: true, Cells: [][]guide.Span{{{Text: "a"}}, {{Text: "b"}}}},
			{Kind: guide.Row, Cells: [][]guide.Span{{{Text: "1"}}, {{Text: "2"}}}},
		}},
		{"code keeps its lines", "```\nx = 1\n  y\n```", []guide.Block{{Kind: guide.Code, Spans: []guide.Span{{Text: "x = 1\n  y", Code: true}}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := guide.ParseText(tt.in); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func FuzzParseText(f *testing.F) {
	for _, s := range []string{"", "## x", "**a** *b* [c](#d) [R1]", "| a | b |\n|---|", "```\nx", "[a](#", "*", "1. x\r\n- y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var all strings.Builder
		for _, b := range guide.ParseText(s) {
			all.WriteString(b.Plain())
		}
		if all.Len() > 2*len(s)+16 {
			t.Errorf("%d bytes of text became %d", len(s), all.Len())
		}
	})
}
