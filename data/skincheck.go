package data

import "skinward/app/journal"

var skinCheckTable = table{
	kind: journal.KindSkinCheck,
	schema: []piece{{1, `
CREATE TABLE skin_check (
	{meta},
	severity REAL, -- 0 clear … 10 worst
	itch     REAL,
	lesions  REAL, -- count
	impact   REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX skin_check_day ON skin_check (day, severity) WHERE deleted IS NULL;
CREATE INDEX skin_check_deleted ON skin_check (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE skin_site (
	owner  TEXT    NOT NULL REFERENCES skin_check (id) ON DELETE CASCADE,
	place  INTEGER NOT NULL,
	site   TEXT    NOT NULL,
	rating REAL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE skin_sign (
	owner     TEXT    NOT NULL REFERENCES skin_check (id) ON DELETE CASCADE,
	place     INTEGER NOT NULL,
	condition TEXT,
	name      TEXT    NOT NULL,
	level     REAL    NOT NULL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE skin_region (
	owner  TEXT    NOT NULL REFERENCES skin_check (id) ON DELETE CASCADE,
	place  INTEGER NOT NULL,
	region TEXT    NOT NULL,
	lesion REAL    NOT NULL, -- worst lesion 0 … 4
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE skin_area (
	owner  TEXT    NOT NULL REFERENCES skin_check (id) ON DELETE CASCADE,
	place  INTEGER NOT NULL,
	region TEXT    NOT NULL,
	palms  REAL    NOT NULL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("severity", func(s *journal.SkinCheck) cell { return optional{&s.Severity} }),
		col("itch", func(s *journal.SkinCheck) cell { return optional{&s.Itch} }),
		col("lesions", func(s *journal.SkinCheck) cell { return optional{&s.Spots} }),
		col("impact", func(s *journal.SkinCheck) cell { return optional{&s.Impact} }),
	},
	lists: []list{
		items[journal.SkinCheck, journal.SiteRating]{
			"skin_site", func(s *journal.SkinCheck) *[]journal.SiteRating { return &s.Sites }, []part{
				item("site", func(v *journal.SiteRating) cell { return text(&v.Site) }),
				item("rating", func(v *journal.SiteRating) cell { return optional{&v.Rating} }),
			},
		},
		items[journal.SkinCheck, journal.Sign]{
			"skin_sign", func(s *journal.SkinCheck) *[]journal.Sign { return &s.Signs }, []part{
				item("condition", func(v *journal.Sign) cell { return text(&v.Condition) }),
				item("name", func(v *journal.Sign) cell { return text(&v.Name) }),
				item("level", func(v *journal.Sign) cell { return number{&v.Level} }),
			},
		},
		items[journal.SkinCheck, journal.RegionGrade]{
			"skin_region", func(s *journal.SkinCheck) *[]journal.RegionGrade { return &s.Regions }, []part{
				item("region", func(v *journal.RegionGrade) cell { return text(&v.Region) }),
				item("lesion", func(v *journal.RegionGrade) cell { return number{&v.Lesion} }),
			},
		},
		items[journal.SkinCheck, journal.Palms]{
			"skin_area", func(s *journal.SkinCheck) *[]journal.Palms { return &s.Areas }, []part{
				item("region", func(v *journal.Palms) cell { return text(&v.Region) }),
				item("palms", func(v *journal.Palms) cell { return number{&v.Count} }),
			},
		},
	},
}
