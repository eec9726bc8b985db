package data

import "skinward/app/journal"

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
	intimate   INTEGER NOT NULL,
	in_summary INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_day ON photo (day) WHERE deleted IS NULL;
CREATE INDEX photo_hash ON photo (hash, format, bytes, deleted);`}},
	columns: []column{
		col("hash", func(p *journal.Photo) cell { return text(&p.Hash) }),
		col("format", func(p *journal.Photo) cell { return text(&p.Format) }),
		col("bytes", func(p *journal.Photo) cell { return whole(&p.Bytes) }),
		col("width", func(p *journal.Photo) cell { return whole(&p.Width) }),
		col("height", func(p *journal.Photo) cell { return whole(&p.Height) }),
		col("site", func(p *journal.Photo) cell { return text(&p.Site) }),
		col("light", func(p *journal.Photo) cell { return text(&p.Light) }),
		col("intimate", func(p *journal.Photo) cell { return flag{&p.Intimate} }),
		col("in_summary", func(p *journal.Photo) cell { return flag{&p.InSummary} }),
	},
	words: func(r journal.Record) []string { return []string{r.(*journal.Photo).Site} },
}
