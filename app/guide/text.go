package guide

import (
	"strings"
)

// BlockKind is the kind of a block of text.
type BlockKind int

// The kinds of block that the guide's Markdown knows.
const (
	Paragraph BlockKind = iota
	Bullet              // one item of a list with dots
	Numbered            // one item of a numbered list
	Heading
	Code // lines kept as they are
	Row  // one row of a table
)

// Block is a paragraph, a list item, a heading, a table row or a code block.
type Block struct {
	Kind  BlockKind
	Level int      // 1 … 6 for a Heading
	Label string   // "1." for a Numbered item
	Spans []Span   // the text of everything but a Row
	Cells [][]Span // the cells of a Row
	Head  bool     // whether a Row is the head of its table
}

// Plain returns the block's words without marks.
func (b Block) Plain() string {
	if b.Kind != Row {
		return plain(b.Spans)
	}
	cells := make([]string, len(b.Cells))
	for i, c := range b.Cells {
		cells[i] = plain(c)
	}
	return strings.Join(cells, " | ")
}

// ParseText reads the part of Markdown that pages use: headings, paragraphs,
// lists, tables, fenced code; within a line strong, emphasis, code, glossary
// terms "[words](#term)" and citations "[R12]". Everything else is plain text,
// so no text is refused and none is lost.
func ParseText(s string) []Block {
	p := textParser{}
	for _, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		p.line(line)
	}
	p.flush()
	return p.blocks
}

type textParser struct {
	blocks  []Block
	pending []string // lines of the open paragraph or item
	open    Block    // kind and label of what is open
	fenced  bool
	code    []string
}

func (p *textParser) line(line string) {
	trimmed := strings.TrimSpace(line)
	if strings.HasPrefix(trimmed, "```") {
		p.flushText()
		if p.fenced {
			p.flushCode()
		}
		p.fenced = !p.fenced
		return
	}
	if p.fenced {
		p.code = append(p.code, line)
		return
	}
	switch {
	case trimmed == "":
		p.flushText()
	case headingLevel(trimmed) > 0:
		p.flushText()
		n := headingLevel(trimmed)
		p.blocks = append(p.blocks, Block{Kind: Heading, Level: n, Spans: parseSpans(strings.TrimSpace(trimmed[n:]))})
	case strings.HasPrefix(trimmed, "- ") || strings.HasPrefix(trimmed, "* "):
		p.flushText()
		p.open = Block{Kind: Bullet}
		p.pending = []string{trimmed[2:]}
	case numberedLabel(trimmed) != "":
		p.flushText()
		label := numberedLabel(trimmed)
		p.open = Block{Kind: Numbered, Label: label}
		p.pending = []string{strings.TrimSpace(trimmed[len(label):])}
	case strings.HasPrefix(trimmed, "|"):
		p.flushText()
		p.row(trimmed)
	default:
		p.pending = append(p.pending, trimmed)
	}
}

func (p *textParser) row(line string) {
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	if strings.Trim(line, "|-: \t") == "" { // the rule under a table's head
		if n := len(p.blocks); n > 0 && p.blocks[n-1].Kind == Row {
			p.blocks[n-1].Head = true
		}
		return
	}
	row := Block{Kind: Row}
	for _, cell := range strings.Split(line, "|") {
		row.Cells = append(row.Cells, parseSpans(strings.TrimSpace(cell)))
	}
	p.blocks = append(p.blocks, row)
}

func (p *textParser) flush() {
	p.flushText()
	p.flushCode()
}

func (p *textParser) flushText() {
	if len(p.pending) > 0 {
		b := p.open
		b.Spans = parseSpans(strings.Join(p.pending, " "))
		p.blocks = append(p.blocks, b)
	}
	p.pending, p.open = nil, Block{}
}

func (p *textParser) flushCode() {
	if len(p.code) > 0 {
		p.blocks = append(p.blocks, Block{Kind: Code, Spans: []Span{{Text: strings.Join(p.code, "\n"), Code: true}}})
	}
	p.code = nil
}

// headingLevel returns the number of # before a heading's blank, else 0.
func headingLevel(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n
}

// numberedLabel returns "12." if s begins with it and a blank, else "".
func numberedLabel(s string) string {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n+1 >= len(s) || s[n] != '.' || s[n+1] != ' ' {
		return ""
	}
	return s[:n+1]
}
