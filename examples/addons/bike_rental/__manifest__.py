{
    "name": "Bike rental",
    "summary": "Rent out bikes by the day and see which ones need a workshop",
    "version": "2.0.1.0.0",
    "license": "LGPL-3",
    "category": "Services",
    "depends": ["base", "web"],
    "data": [
        "security/ir.model.access.csv",
        "security/portal.xml",
        "report/damage_sheet.xml",
        "views/bike_views.xml",
    ],
    "qweb": ["static/src/xml/bike_picker.xml"],
}
