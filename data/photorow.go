package data

import (
	"slices"

	"skinward/app/journal"
)

// Files are found by hash, so that two records may share one original.
var photoTable = table{
	kind: journal.KindPhoto,
	schema: []piece{{1, `
CREATE TABLE photo (
	{meta},
	hash       TEXT    NOT NULL, -- SHA-256 of the original, the name of its file
	format     TEXT    NOT NULL,
	bytes      INTEGER NOT NULL,
	width      INTEGER NOT NULL, -- pixels, upright
	height     INTEGER NOT NULL,
	site       TEXT,
	light      TEXT,
	flash      INTEGER,          -- 1 fired, 0 did not, NULL not known
	colour     TEXT,
	located    INTEGER NOT NULL, -- 1: the original carries coordinates
	intimate   INTEGER NOT NULL,
	in_summary INTEGER NOT NULL,
	-- marks, in fractions of the upright picture; NULL where nothing is marked
	area_x REAL, area_y REAL, area_w REAL, area_h REAL, area_oval INTEGER,
	control_x REAL, control_y REAL, control_w REAL, control_h REAL, control_oval INTEGER,
	card_x REAL, card_y REAL, card_w REAL, card_h REAL, card_oval INTEGER, card_white INTEGER,
	-- measured in the area; NULL where nothing was measured
	redness_a REAL, redness_spread REAL, redness_erythema REAL, redness_over REAL, redness_corrected INTEGER,
	blind_rating REAL,
	blind_on     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_day ON photo (day) WHERE deleted IS NULL;
CREATE INDEX photo_deleted ON photo (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX photo_hash ON photo (hash, format, bytes, deleted);

-- onto may name a photo of another copy of the journal
CREATE TABLE photo_alignment (
	owner     TEXT    NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
	place     INTEGER NOT NULL,
	onto      TEXT    NOT NULL,
	scale     REAL    NOT NULL,
	angle     REAL    NOT NULL,
	dx        REAL    NOT NULL,
	dy        REAL    NOT NULL,
	automatic INTEGER NOT NULL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: slices.Concat([]column{
		col("hash", func(p *journal.Photo) cell { return text(&p.Hash) }),
		col("format", func(p *journal.Photo) cell { return text(&p.Format) }),
		col("bytes", func(p *journal.Photo) cell { return whole(&p.Bytes) }),
		col("width", func(p *journal.Photo) cell { return whole(&p.Width) }),
		col("height", func(p *journal.Photo) cell { return whole(&p.Height) }),
		col("site", func(p *journal.Photo) cell { return text(&p.Site) }),
		col("light", func(p *journal.Photo) cell { return text(&p.Light) }),
		col("flash", func(p *journal.Photo) cell { return state{&p.Flash} }),
		col("colour", func(p *journal.Photo) cell { return text(&p.Colour) }),
		col("located", func(p *journal.Photo) cell { return flag{&p.Located} }),
		col("intimate", func(p *journal.Photo) cell { return flag{&p.Intimate} }),
		col("in_summary", func(p *journal.Photo) cell { return flag{&p.InSummary} }),
	},
		regionColumns("area", func(p *journal.Photo, f func(*journal.Region) cell) cell { return within(&p.Area, f) }),
		regionColumns("control", func(p *journal.Photo, f func(*journal.Region) cell) cell { return within(&p.Control, f) }),
		regionColumns("card", func(p *journal.Photo, f func(*journal.Region) cell) cell {
			return within(&p.Card, func(c *journal.Card) cell { return f(&c.Region) })
		}),
		[]column{
			col("card_white", func(p *journal.Photo) cell {
				return within(&p.Card, func(c *journal.Card) cell { return flag{&c.White} })
			}),
			redness("a", func(r *journal.Redness) cell { return number{&r.A} }),
			redness("spread", func(r *journal.Redness) cell { return number{&r.Spread} }),
			redness("erythema", func(r *journal.Redness) cell { return number{&r.Erythema} }),
			redness("over", func(r *journal.Redness) cell { return optional{&r.Over} }),
			redness("corrected", func(r *journal.Redness) cell { return flag{&r.Corrected} }),
			col("blind_rating", func(p *journal.Photo) cell {
				return recorded(&p.Blind, func(b *journal.BlindRating) cell { return number{&b.Rating} })
			}),
			col("blind_on", func(p *journal.Photo) cell {
				return recorded(&p.Blind, func(b *journal.BlindRating) cell { return date{&b.On} })
			}),
		}),
	lists: []list{items[journal.Photo, journal.Alignment]{
		"photo_alignment", func(p *journal.Photo) *[]journal.Alignment { return &p.Alignments }, []part{
			item("onto", func(a *journal.Alignment) cell { return text(&a.Onto) }),
			item("scale", func(a *journal.Alignment) cell { return number{&a.Scale} }),
			item("angle", func(a *journal.Alignment) cell { return number{&a.Angle} }),
			item("dx", func(a *journal.Alignment) cell { return number{&a.DX} }),
			item("dy", func(a *journal.Alignment) cell { return number{&a.DY} }),
			item("automatic", func(a *journal.Alignment) cell { return flag{&a.Automatic} }),
		},
	}},
	words: func(r journal.Record) []string { return []string{r.(*journal.Photo).Site} },
}

// regionColumns are the five columns of a marked region.
func regionColumns(prefix string, in func(*journal.Photo, func(*journal.Region) cell) cell) []column {
	one := func(name string, field func(*journal.Region) cell) column {
		return col(prefix+"_"+name, func(p *journal.Photo) cell { return in(p, field) })
	}
	return []column{
		one("x", func(r *journal.Region) cell { return number{&r.X} }),
		one("y", func(r *journal.Region) cell { return number{&r.Y} }),
		one("w", func(r *journal.Region) cell { return number{&r.W} }),
		one("h", func(r *journal.Region) cell { return number{&r.H} }),
		one("oval", func(r *journal.Region) cell { return flag{&r.Oval} }),
	}
}

func redness(name string, field func(*journal.Redness) cell) column {
	return col("redness_"+name, func(p *journal.Photo) cell { return recorded(&p.Redness, field) })
}
