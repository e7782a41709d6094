/** A survey as a firm sends it: heads, products of which some are to be put right, the waste under its own title. */
export const DEMO_SURVEY: string[][] = [
  'Produit;Quantité;Unité;Masse (kg);Réemployable;État;Dimensions;Localisation;Code déchet;Filière',
  'Cloison amovible vitrée;48;m²;1680;80 %;Bon;h 2,60 m;R+2;;',
  'Bloc-porte coupe-feu EI30;12 unités;;720;oui;Très bon;93 × 204 cm;R+1 et R+2;;',
  'Dalle moquette 50×50;350;m²;;60 %;Moyen;50 × 50 cm;R+1;;',
  'Radiateur fonte;9;u;540;oui;Bon;h 80 cm;Rez-de-chaussée;;',
  'Menuiserie PVC double vitrage;22;u;;oui;Bon;120 × 135 cm;Façade sud;;',
  'Faux plafond 600×600;420;m²;;non;Mauvais;60 × 60 cm;R+1;;',
  'Garde-corps métallique;35;ml;610;oui;Bon;h 1,02 m;Escalier principal;;',
  'Parquet contrecollé;96;m²;;partiel;Bon;14 mm;Salle de réunion;;',
  'Modèle Aria 200;14;u;84;oui;Bon;;R+2;;',
  'Lot de signalétique;1;ens;;non;;;Tous niveaux;;',
  'DÉCHETS;;;;;;;;;',
  'Gravats de béton;;;12500;;;;;17 01 01;Recyclage en granulats',
  'Bois traité;;;850;;;;;17 02 01;Panneaux de particules',
].map((line) => line.split(';'))
