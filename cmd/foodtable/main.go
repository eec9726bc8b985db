// Command foodtable writes assets/food/composition.tsv from release 24 of the
// composition table of the United States Department of Agriculture, given as
// the archive with one XML file a food, for the foods that foods.tsv names.
//
//	go run ./cmd/foodtable usda_sr24.jar
package main

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

const folder = "assets/food/"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: foodtable ARCHIVE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "foodtable:", err)
		os.Exit(1)
	}
}

func run(archive string) error {
	wanted, err := numbers(folder + "foods.tsv")
	if err != nil {
		return err
	}
	z, err := zip.OpenReader(archive)
	if err != nil {
		return err
	}
	defer z.Close()
	lines := map[int]string{}
	for _, f := range z.File {
		id, err := strconv.Atoi(strings.TrimSuffix(path.Base(f.Name), ".xml"))
		if err != nil || !slices.Contains(wanted, id) {
			continue
		}
		if lines[id], err = line(f, id); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	out, err := os.Create(folder + "composition.tsv")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "usda\tdescription\tenergy_kcal\tfibre_g\tsugar_g\tsalt_g\tsaturated_fat_g\tala_g\tepa_dha_mg\tvitamin_a_ug\tretinol_ug\tvitamin_d_ug\tvitamin_e_mg\tvitamin_k_ug\tvitamin_c_mg\tcaffeine_mg\talcohol_g\tcarbohydrate_g")
	for _, id := range wanted {
		if lines[id] == "" {
			return errors.Join(fmt.Errorf("food %d is not in the archive", id), out.Close())
		}
		fmt.Fprintln(w, lines[id])
	}
	return errors.Join(w.Flush(), out.Close())
}

// numbers returns the foods that the table names, in order and once.
func numbers(name string) ([]int, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []int
	for i, l := range strings.Split(string(text), "\n") {
		f := strings.Split(l, "\t")
		if i == 0 || len(f) < 5 || f[4] == "" || strings.HasPrefix(l, "#") {
			continue
		}
		id, err := strconv.Atoi(strings.TrimPrefix(f[4], "~"))
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

type record struct {
	Name      string `xml:"name,attr"`
	Nutrients []struct {
		Name   string  `xml:"name,attr"`
		Amount float64 `xml:"amount,attr"`
	} `xml:"nutrient"`
}

func line(f *zip.File, id int) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	var food record
	if err := xml.NewDecoder(io.LimitReader(r, 1<<20)).Decode(&food); err != nil {
		return "", err
	}
	have := map[string]float64{}
	for _, n := range food.Nutrients {
		have[n.Name] = n.Amount
	}
	fields := []string{strconv.Itoa(id), food.Name}
	put := func(v float64, ok bool) {
		text := ""
		if ok {
			text = strconv.FormatFloat(v, 'f', -1, 64)
			if i := strings.IndexByte(text, '.'); i >= 0 && len(text) > i+4 {
				text = strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 3, 64), "0"), ".")
			}
		}
		fields = append(fields, text)
	}
	scaled := func(name string, by float64) {
		v, ok := have[name]
		put(v*by, ok)
	}
	scaled("Energy", 1)
	scaled("Fiber", 1)
	scaled("Sugars", 1)
	scaled("Sodium", 2.5/1000)
	scaled("Saturated", 1)
	marine := strings.HasPrefix(food.Name, "Fish") || strings.HasPrefix(food.Name, "Mollusks") || strings.HasPrefix(food.Name, "Crustaceans")
	n3, ok := have["Omega-3"]
	put(n3, ok && !marine)
	put(n3*1000, ok && marine)
	put(retinolActivity(have, marine))
	scaled("Retinol", 1)
	scaled("Vitamin D", 1.0/40) // from international units
	scaled("Vitamin E", 1)
	scaled("Vitamin K", 1)
	scaled("Vitamin C", 1)
	scaled("Caffeine", 1)
	scaled("Alcohol", 1)
	scaled("Carbs", 1)
	return strings.Join(fields, "\t"), nil
}

// retinolActivity returns vitamin A in µg of retinol activity equivalents
// (Institute of Medicine 2001): retinol, a twelfth of beta-carotene, a twenty-fourth
// of alpha-carotene and beta-cryptoxanthin. Where the table has no carotenes, they
// follow from its international units: 0.3 µg of retinol, 0.6 of beta-carotene or
// 1.2 of the others make one, so that each unit that retinol leaves over is 0.05 µg.
// Fish and shellfish hold their vitamin A as retinol.
func retinolActivity(have map[string]float64, marine bool) (float64, bool) {
	retinol, a := have["Retinol"]
	beta, b := have["Beta-carotene"]
	units, c := have["Vitamin A"]
	switch {
	case b || a && !c:
		return retinol + beta/12 + (have["Alpha-carotene"]+have["Beta-cryptoxanthin"])/24, true
	case marine && !a:
		return 0.3 * units, c
	}
	return retinol + 0.05*max(0, units-retinol/0.3), c
}
