# Stiliaus vadovas.

guide-title = Stiliaus vadovas
guide-acts = Mygtukai
guide-tags = Žymos
guide-tag = Žyma
guide-clocks = Terminai
guide-days = Dienos ir valandos
guide-notices = Pranešimai
guide-steps = Žingsniai
guide-rows = Eilutės ir puslapiai
guide-empty = Tuščias sąrašas
guide-readiness = Pasirengimas
guide-facts = Duomenys
guide-timeline = Įvykiai
guide-offers = Siūlomos paslaugos
guide-fields = Laukai
guide-scopes = Duomenys, kuriais galima dalytis
guide-wrong = Laukai su klaidomis
guide-confirm = Patvirtinimas
guide-place = Parapijos dienos centras
guide-hint = Trumpas sakinys, kuris paaiškina.
guide-said = Kas nors jį palydės iki autobuso.
guide-said-by-us = Ačiū, ten jo lauksime.
