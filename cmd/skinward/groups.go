package main

import (
	"slices"
	"strings"

	"skinward/app/journal"
)

// foodGroups returns the tags by which foods are looked at together: those
// that the person gave, "yes" or "partly".
func foodGroups(log journal.Log) (groups func(food string) []string, label func(tag string) string) {
	tags := map[string][]string{}
	for _, f := range journal.Select[*journal.Food](log) {
		name := strings.ToLower(strings.TrimSpace(f.Name))
		for tag, v := range f.Tags {
			if v == "yes" || v == "partly" {
				tags[name] = append(tags[name], tag)
			}
		}
		slices.Sort(tags[name])
	}
	return func(food string) []string { return tags[strings.ToLower(strings.TrimSpace(food))] }, nil
}
