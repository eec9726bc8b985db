package guide

import (
	"encoding/csv"
	"fmt"
	"io/fs"
)

// ReadAlternatives reads alt.csv of the art folder: for each illustration its
// name without extension and the sentence that says what it shows.
func ReadAlternatives(art fs.FS) (map[string]string, error) {
	f, err := art.Open("alt.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("alt.csv: %w", err)
	}
	out := map[string]string{}
	for i, r := range rows {
		if i == 0 { // picture, shows
			continue
		}
		if len(r) != 2 || r[0] == "" || r[1] == "" {
			return nil, fmt.Errorf("alt.csv: line %d has no picture or no text", i+1)
		}
		if _, twice := out[r[0]]; twice {
			return nil, fmt.Errorf("alt.csv: %s stands twice", r[0])
		}
		out[r[0]] = r[1]
	}
	return out, nil
}
